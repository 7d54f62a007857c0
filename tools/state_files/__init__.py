"""Drafts, compares and checks the state files of scenarios/states against the public record."""
