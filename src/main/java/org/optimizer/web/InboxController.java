package org.optimizer.web;

import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import org.optimizer.process.BadgeDesk;
import org.optimizer.process.Inbox;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.unit.DataSize;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartException;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The inbox folder: what waits, what became of files, who logged in last, and a way to drop a file without a way to the disk. */
@Controller
class InboxController {
    private final Inbox inbox;
    private final BadgeDesk badges;
    private final DataSize largestUpload;

    InboxController(
            Inbox inbox, BadgeDesk badges, @Value("${spring.servlet.multipart.max-file-size}") DataSize largestUpload) {
        this.inbox = inbox;
        this.badges = badges;
        this.largestUpload = largestUpload;
    }

    @GetMapping("/inbox")
    String inbox(@ModelAttribute("say") Words say, Model model) {
        model.addAttribute("page", InboxPage.of(inbox.look(), badges.look(), largestUpload.toMegabytes(), say));
        return "inbox";
    }

    @PostMapping("/inbox/files")
    String add(@RequestParam MultipartFile file, @ModelAttribute("say") Words say, RedirectAttributes next) {
        String name = file.getOriginalFilename();
        if (name == null || name.isBlank()) {
            throw new MultipartException("expected a file with a name, found none");
        }
        try (InputStream content = file.getInputStream()) {
            next.addFlashAttribute("done", say.text("inbox.added", inbox.add(name, content)));
        } catch (IOException e) {
            throw new UncheckedIOException("file " + name + ": cannot be read", e);
        }
        return "redirect:/inbox";
    }

    /** Log-ins that were set aside, once their drivers or vehicles are known. @param of how many the page showed */
    @PostMapping("/inbox/aside")
    String retry(@RequestParam int of, @ModelAttribute("say") Words say, RedirectAttributes next) {
        next.addFlashAttribute("done", say.text("inbox.aside.retried", badges.retryAside(), of));
        return "redirect:/inbox";
    }

    /** A file that is too large, or none. */
    @ExceptionHandler(MultipartException.class)
    void noFile(HttpServletResponse answer) throws IOException {
        answer.sendError(HttpStatus.BAD_REQUEST.value());
    }
}
