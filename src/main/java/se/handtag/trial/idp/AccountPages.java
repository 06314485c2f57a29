package se.handtag.trial.idp;

import java.util.List;
import java.util.Locale;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Takes roles away and disables accounts, as a directory's own pages would. */
@Controller
class AccountPages {
    private final People people;
    private final Accounts accounts;

    AccountPages(People people, Accounts accounts) {
        this.people = people;
        this.accounts = accounts;
    }

    /** An account, as the page shows it. */
    record Line(String username, String name, String roles, Accounts.State state) {}

    @GetMapping("/accounts")
    String list(Locale locale, Model model) {
        model.addAttribute("language", locale.getLanguage());
        model.addAttribute("states", Accounts.State.values());
        model.addAttribute("accounts", people.offered().stream().map(this::line).toList());
        return "accounts";
    }

    private Line line(Person person) {
        List<String> roles = accounts.roles(person);
        return new Line(person.username(), person.name(), String.join(", ", roles), accounts.of(person));
    }

    @PostMapping("/accounts/{username}")
    String change(@PathVariable("username") String username, @RequestParam("state") Accounts.State state) {
        Person person = people.find(username);
        if (person == null) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        accounts.set(person, state);
        return "redirect:/accounts";
    }
}
