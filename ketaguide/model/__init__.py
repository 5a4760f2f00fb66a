"""What a guide is made of: frozen, typed values. No files, no screens, no rules of style."""
