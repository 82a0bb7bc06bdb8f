"""What plans are: frozen values and their laws. This room knows no file, no graph and no screen."""
