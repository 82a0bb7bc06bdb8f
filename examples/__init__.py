"""Plans of an invented province, ready to run, and the script that writes them."""
