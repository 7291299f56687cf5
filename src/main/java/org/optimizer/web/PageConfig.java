package org.optimizer.web;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.support.ResourceBundleMessageSource;
import org.springframework.web.servlet.LocaleResolver;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.i18n.CookieLocaleResolver;
import org.springframework.web.servlet.i18n.LocaleChangeInterceptor;

/** French, with English beside it: {@code ?lang=en}, then the cookie of an earlier choice, then what the browser asks for. */
@Configuration(proxyBeanMethods = false)
class PageConfig implements WebMvcConfigurer {
    static final List<Locale> LANGUAGES = List.of(Locale.FRENCH, Locale.ENGLISH);

    @Bean
    MessageSource messageSource() {
        ResourceBundleMessageSource messages = new ResourceBundleMessageSource();
        messages.setBasename("messages");
        messages.setDefaultEncoding("UTF-8");
        messages.setDefaultLocale(Locale.FRENCH);
        return messages;
    }

    @Bean
    LocaleResolver localeResolver() {
        CookieLocaleResolver cookie = new CookieLocaleResolver("lang");
        cookie.setCookieMaxAge(Duration.ofDays(365));
        cookie.setCookieHttpOnly(true);
        cookie.setCookieSameSite("Lax");
        cookie.setRejectInvalidCookies(false);
        cookie.setDefaultLocaleFunction(PageConfig::asked);
        return cookie;
    }

    private static Locale asked(HttpServletRequest request) {
        String accepted = request.getHeader("Accept-Language");
        return accepted == null ? Locale.FRENCH : known(accepted);
    }

    private static Locale known(String accepted) {
        try {
            Locale best = Locale.lookup(Locale.LanguageRange.parse(accepted), LANGUAGES);
            return best == null ? Locale.FRENCH : best;
        } catch (IllegalArgumentException malformed) {
            return Locale.FRENCH; // a header that nobody can read asks for nothing
        }
    }

    @Override
    public void addInterceptors(InterceptorRegistry registry) {
        LocaleChangeInterceptor change = new KnownLanguages();
        change.setParamName("lang");
        change.setIgnoreInvalidLocale(true);
        registry.addInterceptor(change);
    }

    /** Ignores a {@code ?lang=} that there is no message file for. */
    private static final class KnownLanguages extends LocaleChangeInterceptor {
        @Override
        protected Locale parseLocaleValue(String value) {
            return LANGUAGES.stream()
                    .filter(language -> language.getLanguage().equals(value))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("lang=" + value + ": expected fr or en"));
        }
    }
}
