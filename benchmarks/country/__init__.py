"""A country to test on: invented plans of real units of government, of any size, with the truth about their defects."""
