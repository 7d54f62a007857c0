"""Hierarchical Bayesian calibration of the model to the public record (docs/calibration.md)."""
