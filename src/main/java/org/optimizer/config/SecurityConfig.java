package org.optimizer.config;

import static org.springframework.security.config.Customizer.withDefaults;

import jakarta.servlet.DispatcherType;
import java.util.EnumSet;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.webapp.impl.security.auth.ContainerBasedAuthenticationFilter;
import org.optimizer.model.LinkToken;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer;
import org.springframework.security.config.annotation.web.configurers.HeadersConfigurer.FrameOptionsConfig;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.access.intercept.AuthorizationFilter;
import org.springframework.security.web.authentication.HttpStatusEntryPoint;
import org.springframework.security.web.authentication.LoginUrlAuthenticationEntryPoint;
import org.springframework.security.web.authentication.logout.HttpStatusReturningLogoutSuccessHandler;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.header.writers.StaticHeadersWriter;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;
import org.springframework.security.web.util.matcher.RequestMatcher;

/**
 * Who may open which address. One user base for all of it: the engine's. Seven chains, asked in this order: the provider's
 * receipts, drivers' links, what other software pushes, the engine's REST interface and our own, Camunda's pages, our pages.
 */
@Configuration(proxyBeanMethods = false)
public class SecurityConfig {
    /**
     * Our pages load nothing from elsewhere (but map tiles, where an operator names their server) and hold no script or style of
     * their own; pico draws its icons as data: images.
     */
    private static final String OUR_PAGES_LOAD = "default-src 'none'; script-src 'self'; style-src 'self'; "
            + "img-src 'self' data:%s; font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            + "frame-ancestors 'none'";

    private static final String[] EVERYBODY = {
        Roles.ADMIN, Roles.OPERATOR, Roles.CONTEST_APPROVER, Roles.FLEET_MANAGER, Roles.RULE_AUTHOR, Roles.RULE_APPROVER
    };

    @Bean
    AuthenticationProvider engineUsers(IdentityService identityService) {
        return new EngineUsers(identityService);
    }

    /** The provider has no session and no sign-in; it is known by the signature of its call. */
    @Bean
    @Order(1)
    SecurityFilterChain receiptChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(path("/webhooks/**"))
                .authorizeHttpRequests(may -> may.requestMatchers(
                                path(HttpMethod.GET, "/webhooks/sms-receipt"),
                                path(HttpMethod.POST, "/webhooks/sms-receipt"),
                                path(HttpMethod.GET, "/webhooks/sms-inbound"),
                                path(HttpMethod.POST, "/webhooks/sms-inbound"),
                                path(HttpMethod.POST, "/webhooks/messages-status"),
                                path(HttpMethod.POST, "/webhooks/messages-inbound"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .build();
    }

    /**
     * Drivers' pages behind the links of their SMS: the link is all it takes, without session, form token or cookie. So no page
     * tells its address to another, no search engine keeps it, and who tries addresses is soon told to wait.
     */
    @Bean
    @Order(1)
    SecurityFilterChain linkChain(
            HttpSecurity http, @Value("${optimizer.sms.link-calls-per-minute:60}") int callsPerMinute)
            throws Exception {
        return http.securityMatcher(path(LinkToken.PATH + "**"))
                .authorizeHttpRequests(may -> may.requestMatchers(
                                path(HttpMethod.GET, LinkToken.PATH + "{token}"),
                                path(HttpMethod.POST, LinkToken.PATH + "{token}/objections"))
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers -> {
                    strict(headers, OUR_PAGES_LOAD.formatted(""));
                    headers.referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                            .addHeaderWriter(new StaticHeadersWriter("X-Robots-Tag", "noindex, nofollow"));
                })
                .exceptionHandling(
                        refused -> refused.authenticationEntryPoint(new HttpStatusEntryPoint(HttpStatus.NOT_FOUND)))
                .addFilterBefore(new LinkLimiter(callsPerMinute, System::currentTimeMillis), AuthorizationFilter.class)
                .build();
    }

    /** Other software that pushes: known by key or signature at every call, without session, form or cookie. */
    @Bean
    @Order(1)
    SecurityFilterChain ingestChain(HttpSecurity http, Environment environment, ObjectProvider<BoxKey> boxes)
            throws Exception {
        SenderFilter senders =
                new SenderFilter(Senders.of(environment, boxes.stream().toList()));
        return http.securityMatcher(path("/ingest/**"))
                .authorizeHttpRequests(may -> may.requestMatchers(path(HttpMethod.POST, "/ingest/v1/**"))
                        .hasAuthority(SenderFilter.ROLE)
                        .anyRequest()
                        .denyAll())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refused -> refused.accessDeniedHandler((request, response, cause) ->
                        senders.answer(response, 403, "CLOSED", "expected an address below /ingest/v1")))
                .addFilterBefore(senders, AuthorizationFilter.class)
                .build();
    }

    /**
     * HTTP Basic without the browser's dialogue: a browser that has remembered a password sends it with forged forms too. For
     * the same reason only calls that bring their password along do without a CSRF token.
     */
    @Bean
    @Order(2)
    SecurityFilterChain engineRestChain(HttpSecurity http, IdentityService identityService) throws Exception {
        HttpStatusEntryPoint noDialogue = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return http.securityMatcher(path("/engine-rest/**"))
                .authorizeHttpRequests(may -> may.requestMatchers(new ShutEngineDoors())
                        .denyAll()
                        .anyRequest()
                        .hasAnyRole(Roles.ADMIN, Roles.OPERATOR))
                .httpBasic(basic -> basic.authenticationEntryPoint(noDialogue))
                .csrf(csrf -> csrf.ignoringRequestMatchers(request -> request.getHeader("Authorization") != null))
                .requestCache(AbstractHttpConfigurer::disable)
                .exceptionHandling(refused -> refused.authenticationEntryPoint(noDialogue))
                .addFilterAfter(new AdhocExpressions(), AuthorizationFilter.class)
                .addFilterAfter(new EngineCaller(identityService), AdhocExpressions.class)
                .build();
    }

    /**
     * For our own command line: HTTP Basic with every call, no session, no dialogue. A browser's session opens nothing here, so
     * that no form can be forged.
     */
    @Bean
    @Order(2)
    SecurityFilterChain apiChain(HttpSecurity http) throws Exception {
        HttpStatusEntryPoint noDialogue = new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED);
        return http.securityMatcher(path("/api/**"))
                .authorizeHttpRequests(may -> may.requestMatchers(
                                path(HttpMethod.POST, "/api/backfills"), path(HttpMethod.GET, "/api/backfills/{id}"))
                        .hasAnyRole(Roles.ADMIN, Roles.OPERATOR)
                        .anyRequest()
                        .denyAll())
                .httpBasic(basic -> basic.authenticationEntryPoint(noDialogue))
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .exceptionHandling(refused -> refused.authenticationEntryPoint(noDialogue))
                .build();
    }

    /** Camunda brings its own content policy and CSRF token along. */
    @Bean
    @Order(3)
    SecurityFilterChain camundaChain(HttpSecurity http) throws Exception {
        return http.securityMatcher(path("/camunda/**"))
                .authorizeHttpRequests(may -> may.requestMatchers(new ShutEngineDoors())
                        .denyAll()
                        .anyRequest()
                        .hasAnyRole(Roles.ADMIN, Roles.OPERATOR, Roles.CONTEST_APPROVER, Roles.RULE_APPROVER))
                .csrf(AbstractHttpConfigurer::disable)
                .headers(headers -> headers.frameOptions(FrameOptionsConfig::sameOrigin))
                .logout(logout -> logout.logoutRequestMatcher(
                                path(HttpMethod.POST, "/camunda/api/admin/auth/user/{engine}/logout"))
                        .logoutSuccessHandler(new HttpStatusReturningLogoutSuccessHandler(HttpStatus.NO_CONTENT)))
                .exceptionHandling(refused -> refused.defaultAuthenticationEntryPointFor(
                                new HttpStatusEntryPoint(HttpStatus.UNAUTHORIZED), path("/camunda/api/**"))
                        .defaultAuthenticationEntryPointFor(
                                new LoginUrlAuthenticationEntryPoint("/sign-in"), path("/camunda/**")))
                .addFilterAfter(new AdhocExpressions(), AuthorizationFilter.class)
                .build();
    }

    @Bean
    @Order(4)
    SecurityFilterChain pageChain(HttpSecurity http, @Value("${optimizer.map.tiles-url:}") String tilesUrl)
            throws Exception {
        String tiles = TilesHost.of(tilesUrl);
        String policy = OUR_PAGES_LOAD.formatted(tiles.isEmpty() ? "" : " " + tiles);
        return http.authorizeHttpRequests(may -> may.dispatcherTypeMatchers(
                                DispatcherType.ERROR, DispatcherType.FORWARD)
                        .permitAll()
                        .requestMatchers(
                                path("/sign-in"),
                                path("/error"),
                                path("/webjars/**"),
                                path("/css/**"),
                                path("/js/**"),
                                path("/favicon.svg"),
                                path("/actuator/health/**"))
                        .permitAll()
                        .requestMatchers(path("/actuator/**"))
                        .hasRole(Roles.ADMIN)
                        .requestMatchers(path("/rejects/**"))
                        .hasAnyRole(Roles.ADMIN, Roles.OPERATOR)
                        .requestMatchers(path(HttpMethod.POST, "/contests/{contest}/weeks"))
                        .hasAnyRole(Roles.ADMIN, Roles.OPERATOR)
                        .requestMatchers(path(HttpMethod.POST, "/rules/changes/{change}/decision"))
                        .hasAnyRole(Roles.ADMIN, Roles.RULE_APPROVER)
                        .requestMatchers(
                                path(HttpMethod.POST, "/rules/**"), path(HttpMethod.POST, "/drafts/{draft}/proposal"))
                        .hasAnyRole(Roles.ADMIN, Roles.RULE_AUTHOR, Roles.RULE_APPROVER)
                        .requestMatchers(path("/contests/{contest}/calibration"), path("/drafts/**"))
                        .hasAnyRole(
                                Roles.ADMIN,
                                Roles.OPERATOR,
                                Roles.CONTEST_APPROVER,
                                Roles.RULE_AUTHOR,
                                Roles.RULE_APPROVER)
                        .requestMatchers(path(HttpMethod.POST, "/contests/**"))
                        .hasAnyRole(Roles.ADMIN, Roles.CONTEST_APPROVER)
                        .requestMatchers(
                                path(HttpMethod.POST, "/sites/{site}/zones/import"),
                                path(HttpMethod.POST, "/sites/{site}/zones/trial"))
                        .hasAnyRole(EVERYBODY)
                        .requestMatchers(path("/pushes"), path("/inbox"), path("/inbox/**"))
                        .hasAnyRole(Roles.ADMIN, Roles.OPERATOR)
                        .requestMatchers(path(HttpMethod.POST, "/sites/**"))
                        .hasAnyRole(Roles.ADMIN, Roles.OPERATOR)
                        .requestMatchers(
                                path(HttpMethod.GET, "/sanity"),
                                path(HttpMethod.GET, "/sites/{site}/sanity.csv"),
                                path(HttpMethod.GET, "/sites/{site}/sanity/**"))
                        .hasAnyRole(Roles.ADMIN, Roles.OPERATOR, Roles.FLEET_MANAGER)
                        .requestMatchers(path("/providers/**"))
                        .hasAnyRole(Roles.ADMIN, Roles.OPERATOR)
                        .requestMatchers(path("/sms"), path("/sms/**"))
                        .hasAnyRole(Roles.ADMIN, Roles.OPERATOR, Roles.CONTEST_APPROVER)
                        .requestMatchers(path(HttpMethod.GET, "/objections"))
                        .hasAnyRole(
                                Roles.ADMIN,
                                Roles.OPERATOR,
                                Roles.CONTEST_APPROVER,
                                Roles.RULE_AUTHOR,
                                Roles.RULE_APPROVER)
                        .requestMatchers(path("/objections/**"))
                        .hasAnyRole(Roles.ADMIN, Roles.CONTEST_APPROVER)
                        .requestMatchers(path("/backfill/**"))
                        .hasAnyRole(Roles.ADMIN, Roles.OPERATOR)
                        .requestMatchers(path(HttpMethod.GET, "/**"))
                        .hasAnyRole(EVERYBODY)
                        .anyRequest()
                        .denyAll())
                .formLogin(form -> form.loginPage("/sign-in").failureUrl("/sign-in?failed"))
                .logout(logout -> logout.logoutUrl("/sign-out").logoutSuccessUrl("/sign-in?out"))
                .csrf(withDefaults())
                .headers(headers -> strict(headers, policy))
                .build();
    }

    private static void strict(HeadersConfigurer<HttpSecurity> headers, String contents) {
        headers.contentSecurityPolicy(policy -> policy.policyDirectives(contents))
                .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.SAME_ORIGIN))
                .permissionsPolicyHeader(policy -> policy.policy("camera=(), geolocation=(), microphone=()"));
    }

    /** Tells Camunda's pages who has signed in; runs after Spring Security and before Camunda's own filters. */
    @Bean
    FilterRegistrationBean<ContainerBasedAuthenticationFilter> signedInAtCamunda() {
        FilterRegistrationBean<ContainerBasedAuthenticationFilter> filter =
                new FilterRegistrationBean<>(new ContainerBasedAuthenticationFilter());
        filter.addInitParameter("authentication-provider", SignedInUser.class.getName());
        filter.addUrlPatterns("/camunda/app/*", "/camunda/api/*");
        filter.setDispatcherTypes(EnumSet.of(DispatcherType.REQUEST));
        filter.setOrder(201);
        return filter;
    }

    private static RequestMatcher path(String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(pattern);
    }

    private static RequestMatcher path(HttpMethod method, String pattern) {
        return PathPatternRequestMatcher.withDefaults().matcher(method, pattern);
    }
}
