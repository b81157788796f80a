"""Who may speak to the server, and to which threads: a token names its user, and a thread belongs to who made it.

COACH_TOKENS_FILE holds a line for each token: the user, a space, and the SHA-256 of the token in hexadecimal.
"""

import asyncio
import hashlib
import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from langgraph_sdk import Auth

auth = Auth()
_BEARER = "bearer "


def users() -> dict[str, str]:
    """The user of each token's digest, read anew for each request: a token that is taken out counts no more."""
    lines = Path(os.environ["COACH_TOKENS_FILE"]).read_text(encoding="utf-8").splitlines()
    pairs = [line.rsplit(maxsplit=1) for line in lines if line.strip() and not line.startswith("#")]
    return {digest.lower(): user for user, digest in pairs}


@auth.authenticate
async def authenticate(headers: Mapping[Any, Any]) -> Auth.types.MinimalUserDict:
    """The user of `Authorization: Bearer TOKEN`; 401 without a token that is known.

    LangGraph's own server gives the headers as bytes, Aegra as text.
    """
    sent = headers.get("authorization") or headers.get(b"authorization") or ""
    given = sent.decode("latin-1") if isinstance(sent, bytes) else sent
    token = given[len(_BEARER) :] if given.lower().startswith(_BEARER) else ""
    known = await asyncio.to_thread(users) if token.strip() else {}
    user = known.get(hashlib.sha256(token.strip().encode()).hexdigest())
    if user is None:
        raise Auth.exceptions.HTTPException(status_code=401, detail="Send a token that the server knows.")
    return {"identity": user}


@auth.on
async def own(ctx: Auth.types.AuthContext, value: dict[str, Any]) -> Auth.types.FilterType:
    """What a user makes is marked as theirs, and they see nothing else."""
    mine = {"owner": ctx.user.identity}
    if value.get("metadata") is None:
        value["metadata"] = {}  # Aegra gives None for none
    value["metadata"].update(mine)  # in place: LangGraph's own server keeps the mapping that it gave
    return mine


@auth.on.assistants.read
@auth.on.assistants.search
async def coach(ctx: Auth.types.AuthContext, value: dict[str, Any]) -> None:
    """The graph itself is everybody's."""
