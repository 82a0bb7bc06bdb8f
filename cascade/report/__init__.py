"""Reports: each a pure function from a result to text or bytes. A report decides nothing."""
