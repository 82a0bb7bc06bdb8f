"""The parts of the audit as a terminal shows it: each draws one part of a sheet."""
