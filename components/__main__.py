"""`python -m components`: see cli.py. Even a Ctrl-C while the engine is being imported leaves no traceback."""

import sys


def _run() -> int:
    try:
        from components.cli import main
    except KeyboardInterrupt:
        return 130
    return main()


if __name__ == "__main__":
    sys.exit(_run())
