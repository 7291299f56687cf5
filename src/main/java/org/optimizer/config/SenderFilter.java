package org.optimizer.config;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPInputStream;
import org.optimizer.process.Sender;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.security.core.authority.SimpleGrantedAuthority;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.authentication.preauth.PreAuthenticatedAuthenticationToken;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Who pushes, and whether what comes may be read at all: lets a POST of JSON by a known sender through, unpacked and at most as
 * long as allowed, and answers everything else as a problem (RFC 9457).
 */
class SenderFilter extends OncePerRequestFilter {
    /** As it comes and unpacked: a small body that swells to more is refused whatever its ratio. */
    static final int LONGEST_BODY = 1 << 20;

    static final String ROLE = "ROLE_sender";
    private static final String BEARER = "bearer ";

    private final Senders senders;
    private final ObjectMapper json = new ObjectMapper();

    SenderFilter(Senders senders) {
        this.senders = senders;
    }

    /** Why a call goes no further. */
    private static final class Refusal extends Exception {
        private static final long serialVersionUID = 1L;
        private final int status;
        private final String code;

        Refusal(int status, String code, String detail) {
            super(detail);
            this.status = status;
            this.code = code;
        }
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        HttpServletRequest read;
        try {
            read = checked(request);
        } catch (Refusal refusal) {
            answer(response, refusal.status, refusal.code, refusal.getMessage());
            return;
        }
        chain.doFilter(read, response);
    }

    private HttpServletRequest checked(HttpServletRequest request) throws Refusal, IOException {
        if (!request.getMethod().equals("POST")) {
            throw new Refusal(405, "METHOD", "expected POST");
        }
        Optional<Sender> byKey = byKey(request);
        String signature = request.getHeader("X-Signature");
        if (byKey.isEmpty() && signature == null) {
            throw unknownSender();
        }
        checkType(request);
        byte[] body = bounded(request.getInputStream().readNBytes(LONGEST_BODY + 1));
        signIn(byKey.or(() -> senders.findBySignature(signature, body)).orElseThrow(SenderFilter::unknownSender));
        return new ReadRequest(request, unpacked(body, request.getHeader("Content-Encoding")));
    }

    /** A key that is given must be right, whatever else is given. */
    private Optional<Sender> byKey(HttpServletRequest request) throws Refusal {
        String given = request.getHeader("Authorization");
        if (given == null) {
            return Optional.empty();
        }
        if (!given.toLowerCase(Locale.ROOT).startsWith(BEARER)) {
            throw unknownSender();
        }
        return Optional.of(
                senders.findByKey(given.substring(BEARER.length()).strip()).orElseThrow(SenderFilter::unknownSender));
    }

    private static Refusal unknownSender() {
        return new Refusal(
                401,
                "UNKNOWN_SENDER",
                "expected Authorization: Bearer KEY or X-Signature: sha256=HMAC of a known sender");
    }

    private static void checkType(HttpServletRequest request) throws Refusal {
        try {
            String given = request.getContentType();
            MediaType type = given == null ? MediaType.ALL : MediaType.parseMediaType(given);
            if (type.isConcrete() && MediaType.APPLICATION_JSON.isCompatibleWith(type)) {
                return;
            }
        } catch (InvalidMediaTypeException unreadable) {
            throw new Refusal(415, "CONTENT_TYPE", "expected application/json, found something unreadable");
        }
        throw new Refusal(415, "CONTENT_TYPE", "expected application/json");
    }

    private static byte[] bounded(byte[] body) throws Refusal {
        if (body.length > LONGEST_BODY) {
            throw new Refusal(413, "TOO_LONG", "expected at most " + LONGEST_BODY + " bytes; send less at a time");
        }
        return body;
    }

    private static byte[] unpacked(byte[] body, String encoding) throws Refusal {
        if (encoding == null || encoding.equalsIgnoreCase("identity")) {
            return body;
        }
        if (!encoding.equalsIgnoreCase("gzip")) {
            throw new Refusal(415, "CONTENT_ENCODING", "expected gzip or none");
        }
        try (GZIPInputStream unpacking = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return bounded(unpacking.readNBytes(LONGEST_BODY + 1));
        } catch (IOException broken) {
            throw new Refusal(400, "UNREADABLE", "expected a body packed with gzip, found one that does not unpack");
        }
    }

    private static void signIn(Sender sender) {
        SecurityContext context = SecurityContextHolder.createEmptyContext();
        context.setAuthentication(
                new PreAuthenticatedAuthenticationToken(sender, "", List.of(new SimpleGrantedAuthority(ROLE))));
        SecurityContextHolder.setContext(context);
    }

    void answer(HttpServletResponse response, int status, String code, String detail) throws IOException {
        Map<String, Object> problem = new LinkedHashMap<>();
        problem.put("type", "about:blank");
        problem.put("status", status);
        problem.put("code", code);
        problem.put("detail", detail);
        response.setStatus(status);
        response.setContentType("application/problem+json");
        if (status == 401) {
            response.setHeader("WWW-Authenticate", "Bearer");
        }
        if (status == 405) {
            response.setHeader("Allow", "POST");
        }
        response.getOutputStream().write(json.writeValueAsBytes(problem));
    }
}
