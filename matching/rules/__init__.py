"""Why not: one Dutch sentence for the disabled button, the 403 or 409 and the log (HUIS §10.4).

One file per noun. Input that a button does not know yet is left out (``None``); the command asks
again with everything.
"""
