"""`python -m components`: see cli.py. Even a Ctrl-C while the engine is being imported leaves no traceback."""

import sys


def _run() -> int:
    try:
        from components.cli import bound_memory, main
    except KeyboardInterrupt:
        return 130
    bound_memory()
    return main()


if __name__ == "__main__":
    sys.exit(_run())
