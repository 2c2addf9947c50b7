'use strict';
/** What came of a file: tabs, findings with their sheets, tables, the text and its questions. */
const Result = (() => {
  const { one, all } = Drop;
  let file = '';
  let shown = '';
  let asked = 0;

  const place = () => one('#result');

  function clear() {
    file = '';
    shown = '';
    place().replaceChildren();
  }

  async function open(id, version, focus) {
    if (file === id && shown === version) {
      if (focus) place().focus();
      return;
    }
    const tab = file === id ? current() : '';
    const number = ++asked;
    let html;
    try {
      html = await Drop.ask(`result/${id}`);
    } catch (fault) {
      Drop.say(fault.message);
      return;
    }
    if (number !== asked) return;
    const writing = document.activeElement && document.activeElement.closest('.questions');
    if (file === id && writing) return;
    file = id;
    shown = version;
    place().innerHTML = html;
    all('[data-get]', place()).forEach((link) => { link.href = Drop.path(`get/${link.dataset.get.replace('/', '/')}`); });
    setUp(tab || wantedTab());
    if (focus) {
      place().focus({ preventScroll: true });
      place().scrollIntoView({ block: 'start', behavior: 'smooth' });
    }
  }

  function wantedTab() {
    const words = decodeURIComponent(location.hash.slice(1)).split('&');
    return words[0] === file ? words[1] || '' : '';
  }

  const current = () => {
    const tab = one('[role=tab][aria-selected=true]', place());
    return tab ? tab.id.slice(4) : '';
  };

  function setUp(tab) {
    if (one('#sheet-pane')) {
      const first = one('.finding-head', place());
      if (tab && one(`#tab-${CSS.escape(tab)}`)) choose(one(`#tab-${CSS.escape(tab)}`), false);
      else remember();
      const wide = window.matchMedia('(min-width: 861px)').matches;
      if (first && wide) expand(first, false);
      else if (wide && one('#sheet-pane').dataset.firstSheet) {
        Sheet.show(one('#sheet-pane'), { file, sheet: one('#sheet-pane').dataset.firstSheet, row: 0 });
      }
    }
    fit();
  }

  function remember() {
    history.replaceState(null, '', `#${file}&${current()}`);
  }

  function choose(tab, focus) {
    all('[role=tab]', place()).forEach((each) => {
      const chosen = each === tab;
      each.setAttribute('aria-selected', String(chosen));
      each.tabIndex = chosen ? 0 : -1;
      one(`#${each.getAttribute('aria-controls')}`).hidden = !chosen;
    });
    if (focus) tab.focus();
    if (tab.id === 'tab-comparison') Charts.draw();
    if (tab.id === 'tab-narrative') fit();
    remember();
  }

  /** Opens a finding and shows its cells. */
  function expand(head, scroll) {
    const open = head.getAttribute('aria-expanded') === 'true';
    all('.finding-head[aria-expanded=true]', place()).forEach((each) => fold(each));
    if (open && scroll) return;
    head.setAttribute('aria-expanded', 'true');
    head.nextElementSibling.hidden = false;
    if (head.dataset.said !== undefined) {
      claim(head.dataset.said);
      return;
    }
    const cells = all('.cell-link', head.nextElementSibling);
    if (!cells.length) return;
    const pane = one('#sheet-pane');
    Sheet.show(pane, Sheet.spot(cells[0]), cells.map(Sheet.spot));
    if (scroll && !window.matchMedia('(min-width: 861px)').matches) head.nextElementSibling.after(pane.parentElement);
  }

  function fold(head) {
    head.setAttribute('aria-expanded', 'false');
    head.nextElementSibling.hidden = true;
  }

  function claim(number) {
    all('.article .current', place()).forEach((each) => each.classList.remove('current'));
    const marked = one(`.article [data-claim="${Number(number)}"]`, place());
    if (marked && Number(number) >= 0) {
      marked.classList.add('current');
      marked.scrollIntoView({ block: 'center', behavior: 'smooth' });
    }
  }

  function filter() {
    const form = one('.filters', place());
    const severities = all('[name=severity]:checked', form).map((each) => each.value);
    const table = one('[name=table]', form);
    let left = 0;
    all('.finding', place()).forEach((row) => {
      const fits = severities.includes(row.dataset.severity) && (!table || !table.value || row.dataset.table === table.value);
      row.hidden = !fits;
      left += fits ? 1 : 0;
    });
    one('.none-left', place()).hidden = left > 0;
  }

  /** Sorts a table by a column: down, up, as it was. What has no number stays below. */
  function sort(button) {
    const header = button.closest('th');
    const table = button.closest('table');
    const column = Number(button.dataset.sort);
    const next = { none: 'descending', descending: 'ascending', ascending: 'none' }[header.getAttribute('aria-sort')];
    all('thead th', table).forEach((each) => each.setAttribute('aria-sort', 'none'));
    header.setAttribute('aria-sort', next);
    table.classList.toggle('sorted', next !== 'none');
    const rows = all('tbody tr', table);
    const sign = next === 'ascending' ? 1 : -1;
    rows.sort((a, b) => {
      if (next === 'none') return a.dataset.order - b.dataset.order;
      if (column < 0) return sign * a.cells[0].textContent.trim().localeCompare(b.cells[0].textContent.trim(), 'zh');
      const x = a.cells[column + 1].dataset.value;
      const y = b.cells[column + 1].dataset.value;
      if (x === '' || y === '') return (x === '') - (y === '');
      return sign * (Number(x) - Number(y));
    });
    one('tbody', table).append(...rows);
  }

  /** The text as it is printed, without what the page adds. */
  async function copy() {
    const text = all('#article > *').map((block) => (block.tagName === 'P' ? `　　${block.textContent}` : block.textContent)).join('\n');
    try {
      await navigator.clipboard.writeText(text);
    } catch (fault) {
      const area = document.createElement('textarea');
      area.value = text;
      document.body.append(area);
      area.select();
      document.execCommand('copy');
      area.remove();
    }
    tell('已复制全文。');
  }

  function tell(sentence) {
    const saved = one('.saved', place());
    if (saved) saved.textContent = sentence;
  }

  const Answers = (() => {
    const timers = new Map();
    let sent = 0;
    let seen = 0;

    function typed(area) {
      area.closest('.question').classList.toggle('answered', area.value.trim() !== '');
      clearTimeout(timers.get(area.name));
      timers.set(area.name, setTimeout(() => send(area), 180));
    }

    async function send(area) {
      timers.delete(area.name);
      const number = ++sent;
      const about = file;
      try {
        const html = await Drop.ask('answer', { file: about, key: area.name, value: area.value });
        if (number < seen || about !== file) return;
        seen = number;
        update(html);
        tell('已写入情况说明。');
      } catch (fault) {
        tell('');
        Drop.say(fault.message);
      }
    }

    function update(html) {
      const fresh = document.createElement('template');
      fresh.innerHTML = html;
      const scroll = window.scrollY;
      one('#article').replaceChildren(...one('#article', fresh.content).childNodes);
      const open = Number(one('.narrative', fresh.content).dataset.open);
      one('#open-count').textContent = open > 0 ? `待填 ${open}` : '已填齐';
      questions(fresh.content);
      window.scrollTo({ top: scroll, behavior: 'instant' });
    }

    /** An answer may raise other questions; what is being typed is left alone. */
    function questions(fresh) {
      const keys = (inside) => all('.question', inside).map((each) => each.dataset.question).join('\n');
      if (keys(fresh) === keys(place())) return;
      const active = document.activeElement;
      const kept = active && active.name ? { name: active.name, value: active.value, start: active.selectionStart, end: active.selectionEnd } : null;
      const before = new Map(all('.question textarea', place()).map((each) => [each.name, each.value]));
      const form = one('.questions', place());
      const scroll = form.scrollTop;
      form.replaceChildren(...one('.questions', fresh).childNodes);
      all('textarea', form).forEach((each) => { if (before.has(each.name) && timers.has(each.name)) each.value = before.get(each.name); });
      form.scrollTop = scroll;
      const again = kept && all('textarea', form).find((each) => each.name === kept.name);
      if (again) {
        again.value = kept.value;
        again.focus({ preventScroll: true });
        again.setSelectionRange(kept.start, kept.end);
      }
      fit();
    }

    return { typed };
  })();

  /** Where style sheets cannot do it, script makes a field as high as what it holds. */
  function fit() {
    if (CSS.supports('field-sizing', 'content')) return;
    all('.question textarea', place()).forEach((area) => { area.rows = Math.min(8, Math.max(1, Math.ceil(area.value.length / 22))); });
  }

  const Tip = (() => {
    let tip = null;
    function hide() {
      if (tip) tip.remove();
      tip = null;
    }
    function show(on) {
      hide();
      if (!on.dataset.note) return;
      tip = document.createElement('div');
      tip.className = 'tip';
      tip.setAttribute('role', 'tooltip');
      tip.textContent = on.dataset.note;
      document.body.append(tip);
      const box = on.getClientRects()[0];
      const left = Math.max(8, Math.min(box.left, window.innerWidth - tip.offsetWidth - 8));
      const above = box.top - tip.offsetHeight - 6;
      tip.style.left = `${left}px`;
      tip.style.top = `${above > 4 ? above : box.bottom + 6}px`;
    }
    return { show, hide };
  })();

  function keys(event) {
    const tab = event.target.closest('[role=tab]');
    if (tab && ['ArrowLeft', 'ArrowRight', 'Home', 'End'].includes(event.key)) {
      const tabs = all('[role=tab]', place());
      const at = tabs.indexOf(tab);
      const to = { ArrowLeft: at - 1, ArrowRight: at + 1, Home: 0, End: tabs.length - 1 }[event.key];
      choose(tabs[(to + tabs.length) % tabs.length], true);
      event.preventDefault();
    }
    const head = event.target.closest('.finding-head');
    if (head && ['ArrowDown', 'ArrowUp'].includes(event.key)) {
      const heads = all('.finding:not([hidden]) > .finding-head', place());
      const next = heads[heads.indexOf(head) + (event.key === 'ArrowDown' ? 1 : -1)];
      if (next) {
        next.focus();
        if (next.getAttribute('aria-expanded') !== 'true') expand(next, false);
      }
      event.preventDefault();
    }
    if (['Enter', ' '].includes(event.key) && event.target.matches('td.mark, span[role=button]')) {
      event.preventDefault();
      event.target.click();
    }
  }

  function click(event) {
    const at = (selector) => event.target.closest(selector);
    if (at('[role=tab]')) choose(at('[role=tab]'), false);
    else if (at('[data-sort]')) sort(at('[data-sort]'));
    else if (at('[data-copy]')) copy();
    else if (at('.finding-head')) expand(at('.finding-head'), true);
    else if (at('.cell-link') && one('#sheet-pane') && at('.finding')) {
      const cells = all('.cell-link', at('.finding')).map(Sheet.spot);
      Sheet.show(one('#sheet-pane'), Sheet.spot(at('.cell-link')), cells);
    } else if (at('.open')) question(at('.open').dataset.about);
    else if (at('[data-spot]')) Sheet.peek(Sheet.spot(at('[data-spot]')));
    else if (at('td.mark')) {
      const head = one(`.finding-head[data-finding="${Number(at('td.mark').dataset.finding)}"]`, place());
      if (head && head.getAttribute('aria-expanded') !== 'true') expand(head, false);
      if (head) head.scrollIntoView({ block: 'nearest' });
    }
  }

  function question(about) {
    const found = all('.question', place()).find((each) => each.dataset.about === about) || one('.question:not(.answered)', place());
    if (found) one('textarea', found).focus();
  }

  document.addEventListener('DOMContentLoaded', () => {
    place().addEventListener('click', click);
    place().addEventListener('keydown', keys);
    place().addEventListener('input', (event) => { if (event.target.matches('.question textarea')) Answers.typed(event.target); });
    place().addEventListener('change', (event) => {
      if (event.target.closest('.filters')) filter();
      if (event.target.id === 'chart-section') Charts.draw();
    });
    place().addEventListener('submit', (event) => event.preventDefault());
    for (const kind of ['mouseover', 'focusin']) {
      place().addEventListener(kind, (event) => { const on = event.target.closest('.figure'); if (on) Tip.show(on); });
    }
    for (const kind of ['mouseout', 'focusout']) place().addEventListener(kind, Tip.hide);
    document.addEventListener('scroll', Tip.hide, { passive: true, capture: true });
  });
  return { open, clear };
})();

/** Previews of sheets. */
const Sheet = (() => {
  const { one, all } = Drop;
  let asked = 0;

  const spot = (element) => ({
    file: element.dataset.file,
    sheet: element.dataset.sheet,
    row: Number(element.dataset.row),
    a1: element.dataset.a1,
    label: element.title || element.textContent,
  });

  /** Shows a cell in a pane, with the cells that belong to it. */
  async function show(pane, at, linked = []) {
    if (!at.file) {
      Drop.say('那份工作簿不在这一页上，请放入后再看。');
      return;
    }
    const paper = one('.paper-wrap', pane);
    const there = paper && paper.dataset.file === at.file && paper.dataset.sheet === at.sheet
      && at.row + 1 >= Number(paper.dataset.first) && at.row + 1 <= Number(paper.dataset.last);
    if (!there) {
      const number = ++asked;
      try {
        const html = await Drop.ask(`sheet/${at.file}?${new URLSearchParams({ sheet: at.sheet, row: at.row })}`);
        if (number !== asked) return;
        pane.innerHTML = html;
        one('link[data-style]', pane).href = Drop.path(`sheet/${at.file}/style.css`);
      } catch (fault) {
        Drop.say(fault.message);
        return;
      }
    }
    mark(pane, at, linked);
  }

  function mark(pane, at, linked) {
    all('td.here, td.linked', pane).forEach((cell) => cell.classList.remove('here', 'linked'));
    const cell = (a1) => one(`td[data-a1="${CSS.escape(a1)}"]`, pane);
    linked.filter((each) => each.sheet === at.sheet && each.file === at.file).forEach((each) => {
      const found = cell(each.a1);
      if (found) found.classList.add('linked');
    });
    const here = at.a1 ? cell(at.a1) : null;
    if (here) {
      here.classList.remove('linked');
      here.classList.add('here');
      const scroll = one('.paper-scroll', pane);
      const box = here.getBoundingClientRect();
      const frame = scroll.getBoundingClientRect();
      scroll.scrollTo({
        left: scroll.scrollLeft + box.left - frame.left - (frame.width - box.width) / 2,
        top: scroll.scrollTop + box.top - frame.top - (frame.height - box.height) / 2,
      });
    }
  }

  function peek(at) {
    one('#peek-title').textContent = `${at.sheet}!${at.a1}`;
    if (at.file) one('#peek').showModal();
    show(one('#peek-sheet'), at);
  }

  document.addEventListener('DOMContentLoaded', () => {
    one('#peek-close').addEventListener('click', () => one('#peek').close());
    document.addEventListener('change', (event) => {
      const pick = event.target.closest('[data-sheet-pick]');
      if (pick) show(pick.closest('.sheet-pane'), { file: pick.dataset.file, sheet: pick.value, row: 0 });
    });
  });
  return { show, peek, spot };
})();
