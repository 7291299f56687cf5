/*
 * Keeps a part of the page up to date: <div data-live="/address" data-every="2000"> is filled again and again with what the
 * address answers, until that carries data-done. With data-then="reload" the whole page is asked for at that point.
 * Then also: the first tab stop of an opened <details class="act"> gets the focus, and a <details class="menu"> closes when
 * one goes elsewhere.
 */
(function () {
  'use strict';

  function keep(part) {
    var every = Number(part.dataset.every) || 3000;
    function ask() {
      fetch(part.dataset.live, { headers: { 'X-Requested-With': 'XMLHttpRequest' } })
        .then(function (answer) {
          if (answer.redirected || answer.status === 401 || answer.status === 403) {
            window.location.reload();
            return null;
          }
          return answer.ok ? answer.text() : null;
        })
        .then(function (html) {
          if (html === null) {
            setTimeout(ask, every);
            return;
          }
          if (!part.contains(document.activeElement)) {
            part.innerHTML = html;
          }
          if (!part.querySelector('[data-done]')) {
            setTimeout(ask, every);
          } else if (part.dataset.then === 'reload') {
            window.location.reload();
          }
        })
        .catch(function () {
          setTimeout(ask, every * 3);
        });
    }
    if (!part.querySelector('[data-done]')) {
      setTimeout(ask, every);
    }
  }

  document.querySelectorAll('[data-live]').forEach(keep);

  document.querySelectorAll('details.menu').forEach(function (menu) {
    function closeUnless(inside) {
      if (!menu.contains(inside)) {
        menu.open = false;
      }
    }
    document.addEventListener('click', function (event) { closeUnless(event.target); });
    document.addEventListener('focusin', function (event) { closeUnless(event.target); });
    menu.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && menu.open) {
        menu.open = false;
        menu.querySelector('summary').focus();
      }
    });
  });

  document.querySelectorAll('details.act').forEach(function (act) {
    act.addEventListener('toggle', function () {
      var first = act.open && act.querySelector('input:not([type=hidden]), textarea');
      if (first) {
        first.focus();
      }
    });
    act.addEventListener('keydown', function (event) {
      if (event.key === 'Escape' && act.open) {
        act.open = false;
        act.querySelector('summary').focus();
      }
    });
  });
})();
