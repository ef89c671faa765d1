//! Touchline: an offline desktop designer for customer-journey maps.

pub mod model;

pub mod theme;

pub mod text;

pub mod font;

pub mod command;

pub mod history;

pub mod file;

pub mod catalog;

pub mod scene;

pub mod layout;

pub mod export;

pub mod editor;

pub mod settings;

pub mod app;

pub mod cli;
