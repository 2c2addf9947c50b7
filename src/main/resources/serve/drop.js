'use strict';
/** Files: taking them in, how far they have come, what each is compared with. */
const Drop = (() => {
  const base = location.pathname;
  const HEADER = { 'X-Sunledger': 'drop' };
  const AT_ONCE = 3;
  const one = (selector, inside = document) => inside.querySelector(selector);
  const all = (selector, inside = document) => [...inside.querySelectorAll(selector)];
  const waiting = [];
  let desk = '';
  let version = '';
  let arriving = 0;
  let timer = 0;
  let chosen = '';
  let over = false;

  const path = (rest) => `${base}d/${desk}/${rest}`;

  async function ask(rest, form) {
    const options = form
      ? { method: 'POST', headers: HEADER, body: new URLSearchParams(form) }
      : {};
    let reply;
    try {
      reply = await fetch(path(rest), options);
    } catch (fault) {
      ended();
      throw new Error('程序已经结束，请重新打开。');
    }
    if (!reply.ok) throw new Error(await reply.text());
    return reply.status === 204 ? '' : reply.text();
  }

  async function post(where) {
    const reply = await fetch(base + where, { method: 'POST', headers: HEADER });
    if (!reply.ok) throw new Error(await reply.text());
    return reply.text();
  }

  function say(sentence, bad = true) {
    const notice = one('#notice');
    notice.textContent = sentence;
    notice.hidden = !sentence;
    notice.classList.toggle('bad', bad);
  }

  function ended() {
    if (!over) {
      over = true;
      clearTimeout(timer);
      say('程序已经结束。要继续，请重新打开晒账本。');
    }
  }

  /** A page that is reloaded finds its files again. */
  async function begin() {
    desk = sessionStorage.getItem('sunledger-desk') || '';
    if (desk) {
      try {
        await ask('stay', {});
      } catch (fault) {
        desk = '';
      }
    }
    if (!desk) {
      desk = await post('desks');
      sessionStorage.setItem('sunledger-desk', desk);
    }
    one('#zip').href = path('all.zip');
    await look();
    setInterval(() => over || ask('stay', {}).catch(() => {}), 20000);
  }

  /** Asks how far the files have come: often while something is done, else not at all. */
  async function look() {
    clearTimeout(timer);
    try {
      const html = await ask(`files?since=${version}`);
      if (html) show(html);
    } catch (fault) {
      say(fault.message);
      return;
    }
    const list = one('#files .files-list');
    if (arriving > 0 || (list && list.dataset.busy === 'true')) timer = setTimeout(look, 300);
  }

  function show(html) {
    const active = document.activeElement;
    const key = active && active.dataset ? active.dataset.key : '';
    const place = one('#files');
    place.innerHTML = html;
    const list = one('.files-list', place);
    version = list.dataset.version;
    document.body.classList.toggle('has-files', all('.file', place).length > 0);
    one('#zip').hidden = list.dataset.ready !== 'true';
    mark();
    if (key) {
      const again = all('[data-key]', place).find((each) => each.dataset.key === key);
      if (again) again.focus();
    }
    follow(list);
  }

  /** Shows a result as soon as there is one, and anew where what it rests on has changed. */
  function follow(list) {
    const rows = all('.file', list);
    if (chosen && !rows.some((row) => row.dataset.file === chosen)) {
      chosen = '';
      Result.clear();
    }
    if (list.dataset.busy === 'true' || arriving > 0) return;
    const ready = rows.filter((row) => row.classList.contains('is-ready'));
    if (!chosen && ready.length) {
      const wanted = decodeURIComponent(location.hash.slice(1)).split('&')[0];
      const back = ready.find((row) => row.dataset.file === wanted);
      open((back || best(ready)).dataset.file, false);
    } else if (chosen && ready.some((row) => row.dataset.file === chosen)) {
      Result.open(chosen, version, false);
    }
  }

  /** The workbook that the others were dropped beside: the one with most partners. */
  function best(rows) {
    const books = rows.filter((row) => row.dataset.narrative === 'false');
    const partners = (row) => all('select', row).filter((each) => each.selectedIndex > 1 || each.dataset.found === 'true').length;
    return (books.length ? books : rows).reduce((found, row) => (partners(row) > partners(found) ? row : found));
  }

  function mark() {
    all('#files .file').forEach((row) => {
      const open = row.dataset.file === chosen;
      row.classList.toggle('chosen', open);
      const name = one('button.file-name', row);
      if (name) name.setAttribute('aria-current', String(open));
    });
  }

  function open(file, focus) {
    chosen = file;
    mark();
    Result.open(file, version, focus);
  }

  function take(files) {
    const limit = Number(document.body.dataset.mostBytes);
    say('');
    for (const file of files) {
      const row = document.createElement('li');
      const name = document.createElement('span');
      name.className = 'name';
      name.textContent = file.name;
      const bar = document.createElement('progress');
      bar.max = 1;
      bar.value = 0;
      bar.setAttribute('aria-label', `${file.name} 放入进度`);
      const stop = document.createElement('button');
      stop.type = 'button';
      stop.className = 'button small';
      stop.textContent = '取消';
      row.append(name, bar, stop);
      one('#arriving').append(row);
      const task = { file, row, bar, stop, request: null, cancelled: false };
      stop.addEventListener('click', () => cancel(task));
      if (file.size > limit) failed(task, `太大，网页上一个文件最多 ${Math.floor(limit / 1048576)} MB，请改用命令行。`);
      else if (file.size === 0) failed(task, '是空的，请重新获取这份文件。');
      else waiting.push(task);
    }
    while (arriving < AT_ONCE && waiting.length) send(waiting.shift());
  }

  function cancel(task) {
    task.cancelled = true;
    const place = waiting.indexOf(task);
    if (place >= 0) waiting.splice(place, 1);
    if (task.request) task.request.abort();
    task.row.remove();
  }

  function failed(task, why) {
    const sentence = document.createElement('span');
    sentence.className = 'why';
    sentence.setAttribute('role', 'alert');
    sentence.textContent = why.startsWith('《') ? why : `《${task.file.name}》${why}`;
    task.row.replaceChildren(sentence, task.stop);
    task.stop.textContent = '知道了';
  }

  function send(task) {
    if (task.cancelled) return;
    arriving++;
    const request = new XMLHttpRequest();
    task.request = request;
    request.open('POST', path(`files?name=${encodeURIComponent(task.file.name)}`));
    request.setRequestHeader('X-Sunledger', 'drop');
    request.upload.addEventListener('progress', (event) => {
      if (event.lengthComputable) task.bar.value = event.loaded / event.total;
    });
    request.addEventListener('load', () => {
      if (request.status >= 400 || request.responseText) failed(task, request.responseText || '没有放进来，请重试。');
      else task.row.remove();
    });
    request.addEventListener('error', () => failed(task, '没有放进来：文件可能已移动或正在写入，请重试。'));
    request.addEventListener('loadend', () => {
      arriving--;
      if (waiting.length) send(waiting.shift());
      look();
    });
    request.send(task.file);
    if (arriving === 1) look();
  }

  /** Files, and those in folders and below. */
  async function dropped(items) {
    const entries = items.map((item) => item.webkitGetAsEntry && item.webkitGetAsEntry());
    const files = [];
    for (let i = 0; i < items.length; i++) {
      if (entries[i]) await gather(entries[i], files);
      else if (items[i].getAsFile()) files.push(items[i].getAsFile());
    }
    return files;
  }

  async function gather(entry, files) {
    if (entry.name.startsWith('.') || entry.name.startsWith('~$')) return;
    if (entry.isFile) {
      files.push(await new Promise((done, fault) => entry.file(done, fault)));
      return;
    }
    const reader = entry.createReader();
    for (;;) {
      const some = await new Promise((done, fault) => reader.readEntries(done, fault));
      if (!some.length) return;
      for (const each of some) await gather(each, files);
    }
  }

  async function change(what, form) {
    try {
      show(await ask(what, form));
      look();
    } catch (fault) {
      say(fault.message);
    }
  }

  function listen() {
    const area = one('#drop');
    const pick = one('#pick');
    pick.addEventListener('change', () => {
      take([...pick.files]);
      pick.value = '';
    });
    document.addEventListener('dragover', (event) => {
      event.preventDefault();
      area.classList.add('over');
    });
    document.addEventListener('dragleave', (event) => {
      if (!event.relatedTarget) area.classList.remove('over');
    });
    document.addEventListener('drop', async (event) => {
      event.preventDefault();
      area.classList.remove('over');
      const items = [...event.dataTransfer.items].filter((item) => item.kind === 'file');
      take(await dropped(items));
    });
    one('#files').addEventListener('click', (event) => {
      const button = event.target.closest('button');
      if (!button) return;
      if (button.dataset.open) open(button.dataset.open, true);
      if (button.dataset.cancel) change('cancel', { file: button.dataset.cancel });
      if (button.dataset.remove) change('remove', { file: button.dataset.remove });
    });
    one('#files').addEventListener('change', (event) => {
      const { pair, of } = event.target.dataset;
      if (pair) change('pair', { file: of, role: pair, other: event.target.value });
    });
    one('#quit').addEventListener('click', async () => {
      try {
        await post('quit');
      } finally {
        ended();
      }
    });
    window.addEventListener('pagehide', () => {
      if (desk && !over) fetch(path('leave'), { method: 'POST', headers: HEADER, keepalive: true }).catch(() => {});
    });
    window.addEventListener('pageshow', (event) => {
      if (event.persisted) ask('stay', {}).catch((fault) => say(fault.message));
    });
    window.addEventListener('beforeunload', (event) => {
      if (arriving > 0) event.preventDefault();
    });
  }

  document.addEventListener('DOMContentLoaded', () => {
    listen();
    begin().catch((fault) => say(fault.message));
  });
  return { ask, path, say, one, all };
})();
