"""minefree: when will each state have cleared its last known mined area, and what would change that?

The engine is the one of the command line; results come as pandas and xarray. The calibration, which
runs on top of the program, is `minefree.calibration`.
"""
