package org.optimizer.web;

import org.optimizer.process.PushRefused;
import org.springframework.dao.TransientDataAccessException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Says to a sender, as a problem (RFC 9457), why his push was not taken. */
@RestControllerAdvice(annotations = IngestApi.class)
class IngestProblems {

    @ExceptionHandler
    ResponseEntity<ProblemDetail> refused(PushRefused refusal) {
        return problem(HttpStatus.valueOf(refusal.status()), refusal.code(), refusal.getMessage());
    }

    @ExceptionHandler
    ResponseEntity<ProblemDetail> empty(HttpMessageNotReadableException empty) {
        return problem(HttpStatus.BAD_REQUEST, "UNREADABLE", "expected one JSON object, found nothing");
    }

    /** Two pushes of the same things at once: nothing of this one was stored. */
    @ExceptionHandler
    ResponseEntity<ProblemDetail> busy(TransientDataAccessException busy) {
        return problem(HttpStatus.SERVICE_UNAVAILABLE, "BUSY", "nothing was stored; send the same again");
    }

    private static ResponseEntity<ProblemDetail> problem(HttpStatus status, String code, String detail) {
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, detail);
        problem.setProperty("code", code);
        return ResponseEntity.status(status).body(problem);
    }
}
