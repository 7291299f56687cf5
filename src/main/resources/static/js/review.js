/*
 * The review page by keyboard: every key does what a form of the page does, and the server answers with what has changed.
 * Changes are saved one after the other, each with the revision that the one before made.
 */
(function () {
  'use strict';

  var main = document.querySelector('[data-review]');
  var path = main.dataset.review;
  var acts = main.dataset.acts === 'true';
  var body = document.getElementById('rows');
  var sheet = document.getElementById('sheet');
  var said = document.getElementById('said');
  var refusal = document.getElementById('refusal');
  var bulk = document.getElementById('bulk');
  var filter = document.getElementById('filter');
  var token = document.querySelector('input[name=_csrf]');
  var queue = Promise.resolve();
  var current = null;
  var target = null;

  function rows() {
    return Array.prototype.slice.call(body.rows);
  }

  function shown() {
    return rows().filter(function (row) { return !row.hidden; });
  }

  function go(row) {
    if (!row) {
      return;
    }
    if (current) {
      current.classList.remove('current');
    }
    current = row;
    row.classList.add('current');
    row.focus({ preventScroll: true });
    row.scrollIntoView({ block: 'nearest' });
  }

  function step(by) {
    var list = shown();
    var at = list.indexOf(current);
    go(list[at < 0 ? 0 : Math.max(0, Math.min(list.length - 1, at + by))]);
  }

  /* saving */

  function say(text) {
    said.textContent = text;
  }

  function post(address, fields) {
    var form = new URLSearchParams();
    form.append('revision', main.dataset.revision);
    form.append('_csrf', token.value);
    fields.forEach(function (field) { form.append(field[0], field[1]); });
    return fetch(path + address, { method: 'POST', headers: { 'X-Requested-With': 'XMLHttpRequest' }, body: form })
      .then(function (answer) {
        if (answer.redirected || answer.status === 401 || answer.status === 403) {
          window.location.reload();
        }
        if (!answer.ok) {
          throw new Error(String(answer.status));
        }
        return answer.text();
      });
  }

  /* one after the other: the next one needs the revision of this one */
  function save(address, fields) {
    say(main.dataset.saving);
    queue = queue.then(function () { return post(address, fields); }).then(take).catch(function () {
      say(main.dataset.failed);
      return false;
    });
    return queue;
  }

  function take(html) {
    var answer = new DOMParser().parseFromString(html, 'text/html').querySelector('[data-revision]');
    var refused = answer.dataset.refusal || ''; // an empty attribute is left out
    refusal.hidden = refused === '';
    refusal.textContent = refused;
    main.dataset.revision = answer.dataset.revision;
    document.querySelectorAll('input[name=revision]').forEach(function (input) { input.value = answer.dataset.revision; });
    document.getElementById('revision').textContent =
      document.getElementById('revision').textContent.replace(/\d+/, answer.dataset.revision);
    answer.querySelectorAll('tr').forEach(replace);
    update(JSON.parse(answer.dataset.lines));
    document.querySelector('#approve button').textContent = answer.dataset.approve;
    document.getElementById('numbers').replaceWith(document.adoptNode(answer.querySelector('#numbers')));
    answer.querySelectorAll('[data-kind]').forEach(function (kind) {
      var option = filter.elements.show.querySelector('option[value="' + kind.dataset.kind + '"]');
      if (option) {
        option.textContent = option.dataset.name + ' (' + kind.textContent + ')';
      }
    });
    say(refused === '' ? main.dataset.saved : '');
    if (refused !== '') {
      refusal.scrollIntoView({ block: 'nearest' });
    }
    return refused === '';
  }

  function replace(fresh) {
    var old = document.getElementById(fresh.id);
    if (!old) {
      return;
    }
    var isCurrent = old === current;
    fresh = document.adoptNode(fresh);
    fresh.hidden = old.hidden;
    old.replaceWith(fresh);
    if (isCurrent) {
      current = fresh;
      fresh.classList.add('current');
      if (document.activeElement === document.body) {
        fresh.focus({ preventScroll: true });
      }
    }
  }

  /* places and texts of the others */
  function update(lines) {
    rows().forEach(function (row) {
      var line = lines[row.dataset.id];
      if (!line) {
        return;
      }
      put(row.querySelector('.rank strong'), line[0]);
      put(row.querySelector('.says .text'), line[1]);
      row.dataset.kinds = line[2];
    });
  }

  function put(element, text) {
    if (element.textContent !== text) {
      element.textContent = text;
    }
  }

  /* what can be done */

  function isOut(row) {
    return row.classList.contains('taken');
  }

  function ticked() {
    return rows().filter(function (row) { return row.querySelector('input').checked; });
  }

  function meant() {
    var some = ticked();
    return some.length > 0 ? some : target ? [target] : current ? [current] : [];
  }

  function count() {
    var strong = document.getElementById('ticked');
    if (strong) {
      strong.textContent = ticked().length > 0 ? '(' + ticked().length + ')' : '';
    }
  }

  function ids(list) {
    return list.map(function (row) { return ['driverId', row.dataset.id]; });
  }

  function exclude() {
    if (!current || !acts) {
      return;
    }
    if (ticked().length === 0 && isOut(current)) {
      save('/inclusions', ids([current]));
      return;
    }
    target = current;
    bulk.elements.reason.focus();
    bulk.elements.reason.select();
  }

  function sent(address) {
    var list = meant();
    if (list.length === 0) {
      return;
    }
    var fields = ids(list);
    if (address === '/exclusions') {
      fields.push(['reason', bulk.elements.reason.value]);
    }
    save(address, fields).then(function (done) {
      if (done) {
        ticked().forEach(function (row) { row.querySelector('input').checked = false; });
        count();
      }
    });
    var back = target || current;
    target = null;
    go(back && document.getElementById(back.id));
  }

  if (bulk) {
    bulk.addEventListener('submit', function (event) {
      event.preventDefault();
      var button = event.submitter;
      var address = button && button.hasAttribute('formaction') ? button.getAttribute('formaction') : bulk.getAttribute('action');
      if (address.endsWith('/undo')) {
        save('/undo', []);
      } else {
        sent(address.endsWith('/inclusions') ? '/inclusions' : '/exclusions');
      }
    });
    body.addEventListener('change', count);
  }

  /* the sheet beside the table */

  function open(row, then) {
    if (!row) {
      return;
    }
    go(row);
    fetch(path + '/drivers/' + encodeURIComponent(row.dataset.id), { headers: { 'X-Requested-With': 'XMLHttpRequest' } })
      .then(function (answer) { return answer.ok && !answer.redirected ? answer.text() : Promise.reject(new Error('no sheet')); })
      .then(function (html) {
        sheet.querySelector('.content').innerHTML = html;
        sheet.hidden = false;
        wire();
        var first = sheet.querySelector(then) || sheet.querySelector('h2');
        first.focus();
      })
      .catch(function () { say(main.dataset.failed); });
  }

  function wire() {
    var words = sheet.querySelector('form.wording');
    var inOrOut = sheet.querySelector('.in-or-out form');
    if (words) {
      autosave(words);
    }
    if (inOrOut) {
      inOrOut.addEventListener('submit', function (event) {
        event.preventDefault();
        var out = inOrOut.elements.reason;
        save(out ? '/exclusions' : '/inclusions',
          [['driverId', inOrOut.elements.driverId.value]].concat(out ? [['reason', out.value]] : []))
          .then(function (done) {
            if (done) {
              open(document.getElementById('driver-' + inOrOut.elements.driverId.value), 'h2');
            }
          });
      });
    }
  }

  /* a pause in typing saves; so does leaving the field */
  function autosave(form) {
    var area = form.elements.text;
    var kept = area.value;
    var timer = null;
    function keep() {
      clearTimeout(timer);
      if (area.value === kept) {
        return;
      }
      var text = area.value;
      kept = text;
      save('/wordings', [['driverId', form.elements.driverId.value], ['text', text]]).then(function (done) {
        form.querySelector('.said').textContent = done ? main.dataset.saved : refusal.textContent;
      });
    }
    area.addEventListener('input', function () {
      clearTimeout(timer);
      timer = setTimeout(keep, 700);
    });
    area.addEventListener('blur', keep);
    form.addEventListener('submit', function (event) {
      event.preventDefault();
      if (event.submitter && event.submitter.hasAttribute('formaction')) {
        clearTimeout(timer);
        kept = area.value;
        save('/proposals', [['driverId', form.elements.driverId.value]]).then(function (done) {
          if (done) {
            open(document.getElementById('driver-' + form.elements.driverId.value), 'textarea');
          }
        });
      } else {
        keep();
      }
    });
  }

  function close() {
    var inside = sheet.contains(document.activeElement);
    if (inside) {
      document.activeElement.blur();
    }
    sheet.hidden = true;
    if (current) {
      go(document.getElementById(current.id));
    }
  }

  sheet.querySelector('.close').addEventListener('click', close);

  body.addEventListener('click', function (event) {
    var row = event.target.closest('tr');
    if (event.target.closest('a.open') && !event.ctrlKey && !event.metaKey) {
      event.preventDefault();
      open(row, 'h2');
    } else if (!event.target.closest('input')) {
      go(row);
    }
  });

  /* filter without asking the server */

  function sift() {
    var kind = ' ' + filter.elements.show.value + ' ';
    var find = filter.elements.find.value.trim().toLowerCase();
    rows().forEach(function (row) {
      row.hidden = row.dataset.kinds.indexOf(kind) < 0 || row.dataset.find.indexOf(find) < 0;
    });
    if (current && current.hidden) {
      current.classList.remove('current');
      current = null;
    }
  }

  var whole = filter.elements.show.value === 'all' && filter.elements.find.value === '';
  if (whole) {
    filter.elements.show.addEventListener('change', sift);
    filter.elements.find.addEventListener('input', sift);
    filter.addEventListener('submit', function (event) {
      event.preventDefault();
      sift();
      step(0);
    });
  }

  /* keys */

  var KEYS = {
    j: function () { step(1); },
    ArrowDown: function () { step(1); },
    k: function () { step(-1); },
    ArrowUp: function () { step(-1); },
    x: exclude,
    e: function () { open(current, 'textarea'); },
    o: function () { open(current, 'h2'); },
    s: function () {
      if (current && acts) {
        current.querySelector('input').checked = !current.querySelector('input').checked;
        count();
      }
    },
    u: function () {
      if (acts) {
        save('/undo', []);
      }
    },
    a: function () {
      var approve = document.getElementById('approve');
      if (approve) {
        queue.then(function () {
          approve.open = true; // its note gets the focus, as in every part that opens
          approve.scrollIntoView({ block: 'nearest' });
        });
      }
    },
    '/': function () { filter.elements.find.focus(); },
    '?': function () { document.querySelector('.keys').open = true; }
  };

  document.addEventListener('keydown', function (event) {
    var typing = event.target.closest('input:not([type=checkbox]), textarea, select');
    if (event.ctrlKey || event.metaKey || event.altKey) {
      return;
    }
    if (event.key === 'Escape') {
      if (!sheet.hidden) {
        close();
      } else if (typing) {
        target = null;
        go(current || shown()[0]);
      }
      return;
    }
    if (typing || !KEYS[event.key]) {
      return;
    }
    event.preventDefault();
    KEYS[event.key]();
  });

  main.dataset.ready = '';
})();
