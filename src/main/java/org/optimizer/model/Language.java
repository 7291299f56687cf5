package org.optimizer.model;

/** The languages that people are written to in. */
public enum Language {
    FR,
    EN
}
