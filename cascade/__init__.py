"""cascade: does each government level's plan carry out the plan that it names in its Căn cứ?"""

__version__ = "0.1.0"
