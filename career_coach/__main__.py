"""The command `coach`, also as `python -m career_coach`: says which package is shadowed where it cannot start."""

import gc
import json
import sys


def main() -> int:
    """Run the command; exit status 1 and one line where a package of the coach is another's."""
    # A command keeps nearly all it loads until it ends: looking through it for garbage took a third of `coach ask`.
    gc.set_threshold(50_000, 20, 100)
    try:
        from agent.terminal.cli import main as run

        return run()
    except (ImportError, AttributeError):
        from career_coach.shadows import REMEDY, shadowed

        if not shadowed():
            raise
        print(f"coach: {shadowed()} {REMEDY}", file=sys.stderr)
        if "--json" in sys.argv:
            print(json.dumps({"error": {"code": "shadowed", "message": shadowed(), "hint": REMEDY}}))
        return 1
    finally:
        # And so did looking through it once more at the exit.
        gc.freeze()


if __name__ == "__main__":
    sys.exit(main())
