"""Charts of results, one function each."""
