"""minefree in Python: so far the calibration, which runs on top of the program."""
