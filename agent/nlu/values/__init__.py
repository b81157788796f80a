"""Values of tagged spans: each parser takes the words of one span and gives its value, or None.

Nothing here judges what words mean to the person; the tagger did that. A parser that gets words it cannot read says
None, and the coach may ask back.
"""
