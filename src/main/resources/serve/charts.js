'use strict';
/** Charts of the table that is chosen: they show what the table holds and read it from there. */
const Charts = (() => {
  const { one, all } = Drop;
  const MOST = 12;
  const INK = '#1b2422';
  const SOFT = '#55615d';
  const AMOUNTS = { original: ['年初预算', '#b9c8d8'], actual: ['', '#1f5f4a'], prior: ['上年', '#d8c27a'] };
  const RATES = { execution: ['执行率', '#1f5f4a'], changeRate: ['增减率', '#b0762a'], share: ['占比', '#7b95b3'] };
  let loading = null;

  /** The library is fetched when it is first needed, so that the page itself opens at once. */
  function load() {
    if (!loading) {
      loading = new Promise((done, fault) => {
        const script = document.createElement('script');
        script.src = 'assets/echarts.js';
        script.onload = done;
        script.onerror = fault;
        document.head.append(script);
      });
    }
    return loading;
  }

  function read(table) {
    const columns = all('thead th[data-id]', table).map((each) => ({ id: each.dataset.id, title: one('button', each).textContent }));
    const rows = all('tbody tr', table).sort((a, b) => a.dataset.order - b.dataset.order).map((row) => {
      const label = row.cells[0].cloneNode(true);
      const code = one('.code', label);
      const values = {};
      columns.forEach((column, i) => { values[column.id] = row.cells[i + 1].dataset.value; });
      if (code) code.remove();
      return { label: label.textContent.trim(), code: code ? code.textContent : '', level: row.className, values };
    });
    return { columns, rows };
  }

  /** The largest items; of subjects, those of the lowest level only, which do not contain others. */
  function largest(rows) {
    const coded = rows.filter((row) => row.code);
    const leaves = coded.filter((row) => !coded.some((other) => other !== row && other.code.startsWith(row.code)));
    const chosen = leaves.length ? leaves : rows;
    const size = (row) => Math.abs(Number(row.values.actual || row.values.original || row.values.prior || 0));
    return [...chosen].sort((a, b) => size(b) - size(a)).slice(0, MOST).filter((row) => size(row) > 0);
  }

  function option(rows, columns, kinds, unit) {
    const used = columns.filter((column) => kinds[column.id] && rows.some((row) => row.values[column.id]));
    const narrow = window.innerWidth < 560;
    return {
      animation: false,
      textStyle: { color: INK, fontFamily: 'inherit' },
      color: used.map((column) => kinds[column.id][1]),
      legend: { top: 0, right: 0, itemWidth: 12, itemHeight: 8, textStyle: { color: SOFT } },
      grid: { left: 4, right: narrow ? 16 : 40, top: 30, bottom: 4, containLabel: true },
      tooltip: { trigger: 'axis', renderMode: 'richText', axisPointer: { type: 'shadow' }, confine: true, valueFormatter: (value) => (value === null || value === undefined ? '—' : Number(value).toLocaleString('zh-CN', { maximumFractionDigits: 6 }) + unit) },
      xAxis: { type: 'value', axisLabel: { color: SOFT, hideOverlap: true, formatter: (value) => value.toLocaleString('zh-CN') + (unit === '%' ? '%' : '') }, splitLine: { lineStyle: { color: '#e9ece8' } } },
      yAxis: { type: 'category', inverse: true, data: rows.map((row) => row.label), axisTick: { show: false }, axisLine: { lineStyle: { color: '#b9c4be' } }, axisLabel: { color: INK, width: narrow ? 96 : 170, overflow: 'truncate' } },
      series: used.map((column) => ({
        name: kinds[column.id][0] || column.title,
        type: 'bar',
        barMaxWidth: 12,
        data: rows.map((row) => (row.values[column.id] === '' || row.values[column.id] === undefined ? null : Number(row.values[column.id]))),
        markLine: column.id === 'execution' ? { symbol: 'none', silent: true, lineStyle: { color: '#a3231b', type: 'dashed' }, label: { show: false }, data: [{ xAxis: 100 }] } : undefined,
      })),
    };
  }

  function place(id, rows, columns, kinds, unit) {
    const at = one(id);
    const has = columns.some((column) => kinds[column.id] && rows.some((row) => row.values[column.id]));
    at.closest('figure').hidden = !has || !rows.length;
    if (!has || !rows.length) return;
    const height = Math.max(180, 46 + rows.length * 26);
    at.style.height = `${height}px`;
    const chart = echarts.getInstanceByDom(at) || echarts.init(at, null, { renderer: 'canvas' });
    chart.resize();
    chart.setOption(option(rows, columns, kinds, unit), true);
  }

  async function draw() {
    const pick = one('#chart-section');
    if (!pick) return;
    try {
      await load();
    } catch (fault) {
      Drop.say('图表没有载入，表格不受影响。');
      return;
    }
    const table = one(`table.numbers[data-section="${Number(pick.value)}"]`);
    if (!table) return;
    const { columns, rows } = read(table);
    const shown = largest(rows);
    one('#chart-amounts-title').textContent = `金额${table.dataset.unit ? `（${table.dataset.unit}）` : ''}${shown.length === MOST ? `，最大的 ${MOST} 项` : ''}`;
    place('#chart-amounts', shown, columns, AMOUNTS, table.dataset.unit);
    place('#chart-rates', shown, columns, RATES, '%');
  }

  let resizing = 0;
  window.addEventListener('resize', () => {
    clearTimeout(resizing);
    resizing = setTimeout(() => { if (window.echarts && one('#panel-comparison:not([hidden])')) draw(); }, 150);
  });
  return { draw };
})();
