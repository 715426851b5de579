"""The street door: `python -m ui`, also the entry script of the bundle."""

import sys

from ui.app import main

if __name__ == "__main__":
    sys.exit(main(sys.argv))
