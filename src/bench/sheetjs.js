// Every sheet of every workbook to CSV, by SheetJS: node sheetjs.js FOLDER OUT
const XLSX = require('xlsx');
const fs = require('fs');
const path = require('path');
const [, , folder, out] = process.argv;
const files = fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.xlsx'));
for (const name of files) {
  const workbook = XLSX.read(fs.readFileSync(path.join(folder, name)));
  const target = path.join(out, path.basename(name, '.xlsx'));
  fs.mkdirSync(target, { recursive: true });
  for (const sheet of workbook.SheetNames) {
    const csv = XLSX.utils.sheet_to_csv(workbook.Sheets[sheet], { rawNumbers: true });
    fs.writeFileSync(path.join(target, sheet.replace(/\//g, '_') + '.csv'), csv);
  }
}
