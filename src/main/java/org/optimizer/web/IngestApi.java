package org.optimizer.web;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.web.bind.annotation.RestController;

/** Answers other software below {@code /ingest/v1}: whoever gets here is a known sender, and what he sent is JSON of at most 1 MB. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@RestController
@interface IngestApi {}
