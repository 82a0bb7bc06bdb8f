"""Coverage-guided fuzzing (the extra `fuzz`): one file a harness, run by `python -m fuzz NAME`.

A harness is a module with `one(data)`, which must come back without an exception whatever the bytes are, and
`seeds()`, what a run begins with. No harness needs the fuzzer itself: `tests/test_fuzz.py` replays what was found.
"""
