//! A Rust file as the paths, macros, methods and colours that it names, test code left out. What a
//! path's first word was imported as is taken into account.

use proc_macro2::{Delimiter, Group, LexError, Literal, Spacing, TokenStream, TokenTree};
use std::{collections::BTreeMap, iter::Peekable, str::FromStr};

/// Something that a file names, and where.
pub struct Found {
    pub text: String,
    pub line: usize,
}

/// What one file names.
#[derive(Default)]
pub struct Source {
    /// Names of the file's module and of those that it is in, from the outermost.
    module: Vec<String>,
    /// Paths into this crate, without `crate::`.
    pub ours: Vec<Found>,
    /// Every other path of more than one word, or imported.
    pub foreign: Vec<Found>,
    pub macros: Vec<Found>,
    pub methods: Vec<Found>,
    /// Colours given as numbers.
    pub colors: Vec<Found>,
    /// Sizes of type that are written as a number.
    pub type_sizes: Vec<Found>,
    /// Full paths of what `use` lines brought in, by the name they gave it.
    imported: BTreeMap<String, Vec<String>>,
}

type Tokens = Peekable<proc_macro2::token_stream::IntoIter>;

impl Source {
    /// Reads a file; `path` is from the package's folder, as `src/app/canvas.rs`.
    pub fn read(path: &str, text: &str) -> Result<Self, LexError> {
        let inside = path.trim_start_matches("src/").trim_end_matches(".rs");
        let module = inside.split('/').map(str::to_owned).collect();
        let mut source = Self { module, ..Self::default() };
        let tokens = TokenStream::from_str(text)?;
        // Imports first: a path may stand above the `use` that it needs.
        source.walk(tokens.clone(), true);
        source.walk(tokens, false);
        Ok(source)
    }

    /// The outermost module: the room.
    pub fn room(&self) -> &str {
        self.module.first().map_or("", String::as_str)
    }

    /// Goes through tokens: only the `use` lines, or everything else.
    fn walk(&mut self, stream: TokenStream, uses: bool) {
        let mut tokens = stream.into_iter().peekable();
        // How many dots stand directly before: one for a method, two for a range.
        let mut dots = 0;
        while let Some(token) = tokens.next() {
            let dots_before = std::mem::take(&mut dots);
            match token {
                TokenTree::Punct(sign) if sign.as_char() == '#' => {
                    self.attribute(&mut tokens, uses);
                }
                TokenTree::Punct(sign) if sign.as_char() == '.' => dots = dots_before + 1,
                TokenTree::Punct(_) => {}
                TokenTree::Group(group) => self.walk(group.stream(), uses),
                TokenTree::Literal(literal) => self.literal(&literal, uses),
                TokenTree::Ident(word) if word == "use" => {
                    // Not the `use<'a>` of a type.
                    if !tokens.peek().is_some_and(|token| is_punct(token, '<')) {
                        let item = to_semicolon(&mut tokens);
                        if uses {
                            self.import(&[], item);
                        }
                    }
                }
                TokenTree::Ident(word) if word == "mod" => self.inner_module(&mut tokens, uses),
                TokenTree::Ident(word) => {
                    let line = word.span().start().line;
                    let path = rest_of_path(word.to_string(), &mut tokens);
                    match uses {
                        true => {}
                        false if dots_before == 1 => self.method(&path, line, &mut tokens),
                        false => self.path(path, line, &mut tokens),
                    }
                }
            }
        }
    }

    /// An attribute. What `#[cfg(test)]` stands before is left out.
    fn attribute(&mut self, tokens: &mut Tokens, uses: bool) {
        tokens.next_if(|token| is_punct(token, '!'));
        let Some(TokenTree::Group(group)) =
            tokens.next_if(|token| is_group(token, Delimiter::Bracket))
        else {
            return;
        };
        let text: String = group.stream().to_string().split_whitespace().collect();
        if text == "cfg(test)" {
            skip_item(tokens);
        } else if !text.starts_with("doc=") {
            self.walk(group.stream(), uses);
        }
    }

    fn inner_module(&mut self, tokens: &mut Tokens, uses: bool) {
        let Some(name) = tokens.next() else { return };
        if let Some(TokenTree::Group(body)) =
            tokens.next_if(|token| is_group(token, Delimiter::Brace))
        {
            self.module.push(name.to_string());
            self.walk(body.stream(), uses);
            self.module.pop();
        }
    }

    /// The trees of a `use` line, below `start`.
    fn import(&mut self, start: &[String], tree: TokenStream) {
        let mut path = start.to_vec();
        // 0 as long as this tree has named nothing of its own.
        let mut line = 0;
        let mut name = None;
        let mut tokens = tree.into_iter();
        while let Some(token) = tokens.next() {
            match token {
                TokenTree::Ident(word) if word == "as" => {
                    name = tokens.next().map(|token| token.to_string());
                }
                TokenTree::Ident(word) => {
                    line = word.span().start().line;
                    path.push(word.to_string());
                }
                TokenTree::Group(group) => {
                    self.import(&path, group.stream());
                    line = 0;
                }
                TokenTree::Punct(sign) if sign.as_char() == ',' => {
                    self.imported(path, name.take(), line);
                    path = start.to_vec();
                    line = 0;
                }
                TokenTree::Punct(sign) if sign.as_char() == '*' => line = sign.span().start().line,
                TokenTree::Punct(_) | TokenTree::Literal(_) => {}
            }
        }
        self.imported(path, name, line);
    }

    /// A whole path of a `use` line.
    fn imported(&mut self, mut path: Vec<String>, name: Option<String>, line: usize) {
        if line == 0 {
            return;
        }
        if path.last().is_some_and(|last| last == "self") && path.len() > 1 {
            path.pop();
        }
        let path = self.absolute(path);
        if let Some(name) = name.or_else(|| path.last().cloned()) {
            self.imported.insert(name, path.clone());
        }
        self.found(&path, line);
    }

    /// A method; `.size(12.0)` gives words a size.
    fn method(&mut self, path: &[String], line: usize, tokens: &mut Tokens) {
        let text = path.join("::");
        if let Some(TokenTree::Group(group)) = tokens.peek()
            && text == "size"
            && begins_with_number(group)
        {
            self.type_sizes.push(Found { text: text.clone(), line });
        }
        self.methods.push(Found { text, line });
    }

    /// A path in the code; what follows it tells a macro, a colour or a size of type.
    fn path(&mut self, path: Vec<String>, line: usize, tokens: &mut Tokens) {
        if tokens.peek().is_some_and(|token| is_punct(token, '!'))
            && let Some(name) = path.last()
        {
            self.macros.push(Found { text: name.clone(), line });
            if name == "hex_color" {
                self.colors.push(Found { text: path.join("::"), line });
            }
        }
        if let Some(TokenTree::Group(group)) = tokens.peek()
            && let [.., kind, _] = path.as_slice()
            && kind == "FontId"
            && begins_with_number(group)
        {
            self.type_sizes.push(Found { text: path.join("::"), line });
        }
        if let Some(TokenTree::Group(group)) = tokens.peek()
            && path.last().is_some_and(|name| makes_a_color(name))
            && begins_with_number(group)
        {
            self.colors.push(Found { text: path.join("::"), line });
        }
        let is_imported = path.first().is_some_and(|first| self.imported.contains_key(first));
        if path.len() > 1 || is_imported {
            let path = self.absolute(path);
            if path.len() > 1 {
                self.found(&path, line);
            }
        }
    }

    fn literal(&mut self, literal: &Literal, uses: bool) {
        let text = literal.to_string();
        let digits = text.trim_matches('"').strip_prefix('#').unwrap_or_default();
        let is_color = matches!(digits.len(), 3 | 6 | 8);
        if !uses
            && is_color
            && text.starts_with('"')
            && digits.bytes().all(|b| b.is_ascii_hexdigit())
        {
            self.colors.push(Found { text, line: literal.span().start().line });
        }
    }

    /// A path from the crate's root (`crate`, …), or from another crate.
    fn absolute(&self, path: Vec<String>) -> Vec<String> {
        let mut base = self.module.clone();
        let mut rest = path.as_slice();
        let root = || vec!["crate".to_owned()];
        match path.first().map(String::as_str) {
            Some("crate" | "touchline") => return [&root(), &path[1..]].concat(),
            Some("self") => rest = &path[1..],
            Some("super") => {
                while let [first, after @ ..] = rest
                    && first == "super"
                {
                    base.pop();
                    rest = after;
                }
            }
            Some(first) => {
                return match self.imported.get(first) {
                    Some(full) => [full, &path[1..]].concat(),
                    None => path,
                };
            }
            None => return path,
        }
        [&root(), base.as_slice(), rest].concat()
    }

    fn found(&mut self, path: &[String], line: usize) {
        match path.split_first() {
            Some((first, rest)) if first == "crate" => {
                self.ours.push(Found { text: rest.join("::"), line });
            }
            _ => self.foreign.push(Found { text: path.join("::"), line }),
        }
    }
}

/// Takes the tokens up to a `;`.
fn to_semicolon(tokens: &mut Tokens) -> TokenStream {
    tokens.by_ref().take_while(|token| !is_punct(token, ';')).collect()
}

/// Leaves an item out: up to its `;`, or with its braces.
fn skip_item(tokens: &mut Tokens) {
    while let Some(token) = tokens.next() {
        match token {
            TokenTree::Ident(word) if word == "use" => {
                to_semicolon(tokens);
                return;
            }
            token if is_punct(&token, ';') || is_group(&token, Delimiter::Brace) => return,
            _ => {}
        }
    }
}

fn rest_of_path(first: String, tokens: &mut Tokens) -> Vec<String> {
    let mut path = vec![first];
    while skip_colons(tokens) {
        match tokens.next_if(|token| matches!(token, TokenTree::Ident(_))) {
            Some(word) => path.push(word.to_string()),
            None => break,
        }
    }
    path
}

/// Takes `::`, if it stands next.
fn skip_colons(tokens: &mut Tokens) -> bool {
    let is_first = |token: &TokenTree| match token {
        TokenTree::Punct(punct) => punct.as_char() == ':' && punct.spacing() == Spacing::Joint,
        _ => false,
    };
    tokens.next_if(is_first).is_some() && tokens.next_if(|token| is_punct(token, ':')).is_some()
}

fn is_punct(token: &TokenTree, sign: char) -> bool {
    matches!(token, TokenTree::Punct(punct) if punct.as_char() == sign)
}

fn is_group(token: &TokenTree, delimiter: Delimiter) -> bool {
    matches!(token, TokenTree::Group(group) if group.delimiter() == delimiter)
}

fn makes_a_color(name: &str) -> bool {
    let starts = ["from_rgb", "from_gray", "from_black_alpha", "from_white_alpha"];
    let others = ["from_additive_luminance", "from_hex", "from_srgba", "from_luminance"];
    starts.iter().chain(&others).any(|start| name.starts_with(start))
}

fn begins_with_number(group: &Group) -> bool {
    matches!(group.stream().into_iter().next(), Some(TokenTree::Literal(_)))
}
