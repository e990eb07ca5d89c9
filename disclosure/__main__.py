"""Run the command line with `python -m disclosure`."""

from .cli import main

main()
