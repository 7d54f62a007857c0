"""The command line, where the package is installed: the same commands and bytes as the program."""

import sys

from minefree.call import call_program


def main() -> int:
    """Runs the words of the command line; gives the exit code of the program."""
    code, out, err = call_program(sys.argv[1:])
    sys.stderr.write(err)
    sys.stdout.write(out)
    return code


if __name__ == "__main__":
    sys.exit(main())
