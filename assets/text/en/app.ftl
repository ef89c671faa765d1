language-name = English
untitled = Untitled
