"""What a coach says: one move a wish, each with the evidence it needs, composed to one short reply.

`request_evidence` names the tool calls that the wishes of a message need, `compose` writes the reply from what they
found. Nothing here reads English: wishes, subjects and amounts come from the reader.
"""
