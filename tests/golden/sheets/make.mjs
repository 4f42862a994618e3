// Makes the files of this folder; see README.md.
import fs from 'node:fs';
import XLSX from 'xlsx';

const day = (y, m, d, h = 0, min = 0) => ({ t: 'n', v: Date.UTC(y, m - 1, d, h, min) / 86400000 + 25569, z: h ? 'yyyy-mm-dd hh:mm' : 'yyyy-mm-dd' });
const text = (v) => ({ t: 's', v });
const number = (v, z) => (z ? { t: 'n', v, z } : { t: 'n', v });
const yes = (v) => ({ t: 'b', v });
const error = (v) => ({ t: 'e', v, w: { 7: '#DIV/0!', 42: '#N/A' }[v] });

function sheet(rows, merges = []) {
  const cells = {};
  rows.forEach((row, r) => row.forEach((cell, c) => { if (cell) cells[XLSX.utils.encode_cell({ r, c })] = cell; }));
  cells['!ref'] = XLSX.utils.encode_range({ s: { r: 0, c: 0 }, e: { r: rows.length - 1, c: Math.max(...rows.map((r) => r.length)) - 1 } });
  if (merges.length) cells['!merges'] = merges.map((m) => XLSX.utils.decode_range(m));
  return cells;
}

// Price, a count stored as text, a day, a moment, a tick, a formula's result, an error among numbers, a region of merged cells.
function data(count = 24) {
  const rows = [['price', 'pieces', 'day', 'moment', 'paid', 'sum', 'ratio', 'region'].map(text)];
  for (let i = 0; i < count; i++) {
    rows.push([
      number(1000.25 + i * 1.5, '#,##0.00'), text(String(1200 + i)), day(2024, 1 + (i % 12), 1 + i), day(2024, 3, 1 + i, 6 + (i % 12), 30), yes(i % 3 === 0),
      { t: 'n', v: 10 + i, f: `A${i + 2}-990.25` }, i === 4 ? error(7) : i === 9 ? error(42) : number(0.125 * i), i % 4 === 0 ? text(['north', 'south', 'west'][(i / 4) % 3]) : null,
    ]);
  }
  return rows;
}

function book(options = {}) {
  const wb = XLSX.utils.book_new();
  const merges = Array.from({ length: 6 }, (_, i) => `H${2 + i * 4}:H${5 + i * 4}`);
  XLSX.utils.book_append_sheet(wb, sheet(data(), options.merges ? merges : []), 'Sales 2024');
  XLSX.utils.book_append_sheet(wb, sheet([[text('code'), text('name')], ...Array.from({ length: 300 }, (_, i) => [number(i), text(`list ${i}`)])]), 'Lists');
  XLSX.utils.book_append_sheet(wb, sheet([[text('note'), text('who')], [text('made for a test'), text('nobody')]]), 'Notes');
  wb.Workbook = { Sheets: [{ name: 'Sales 2024', Hidden: 0 }, { name: 'Lists', Hidden: 1 }, { name: 'Notes', Hidden: 0 }] };
  return wb;
}

const write = (name, wb, options) => fs.writeFileSync(name, XLSX.write(wb, { type: 'buffer', ...options }));
write('excel97.xls', book({ merges: true }), { bookType: 'biff8' });
write('binary.xlsb', book(), { bookType: 'xlsb' });
write('kinds.xlsx', book({ merges: true }), { bookType: 'xlsx', bookSST: true, compression: true });
write('inline.xlsx', book(), { bookType: 'xlsx', bookSST: false, compression: true });
write('calc.ods', book(), { bookType: 'ods', compression: true });

// Days are counted from 1904 on, as by old programs for the Mac.
const mac = XLSX.utils.book_new();
XLSX.utils.book_append_sheet(mac, sheet([[text('day'), text('n')], ...Array.from({ length: 24 }, (_, i) => [{ t: 'n', v: 43830 + i, z: 'yyyy-mm-dd' }, number(i * 3)])]), 'Days');
mac.Workbook = { WBProps: { date1904: true } };
write('since1904.xlsx', mac, { bookType: 'xlsx', compression: true });

const { default: crypto } = await import('officecrypto-tool');
const plain = XLSX.write(book(), { type: 'buffer', bookType: 'xlsx' });
fs.writeFileSync('locked.xlsx', await crypto.encrypt(plain, { password: 'secret' }));
fs.writeFileSync('locked-standard.xlsx', await crypto.encrypt(plain, { password: 'secret', type: 'standard' }));

const arrow = await import('apache-arrow');
const parquet = await import('parquet-wasm/node');
const count = 24;
const each = (make) => Array.from({ length: count }, (_, i) => make(i));
const column = (values, type) => arrow.vectorFromArray(values, type);
const table = new arrow.Table({
  number: column(each((i) => (i % 7 === 3 ? null : i * 1.25)), new arrow.Float64()),
  whole: column(each((i) => BigInt(9000000000 + i)), new arrow.Int64()),
  small: column(each((i) => i - 5), new arrow.Int8()),
  kind: column(each((i) => ['red', 'green', 'blue'][i % 3]), new arrow.Dictionary(new arrow.Utf8(), new arrow.Int32())),
  word: column(each((i) => (i === 2 ? null : `größe ${i}`)), new arrow.Utf8()),
  flag: column(each((i) => i % 2 === 0), new arrow.Bool()),
  moment: column(each((i) => Date.UTC(2024, 0, 1 + i, 13, 30)), new arrow.TimestampMillisecond()),
  day: column(each((i) => new Date(Date.UTC(2024, 1, 1 + i))), new arrow.DateDay()),
  list: column(each((i) => (i % 5 === 0 ? null : [i, i + 1])), new arrow.List(new arrow.Field('item', new arrow.Int32(), true))),
});
const ipc = arrow.tableToIPC(table, 'stream');
for (const [name, compression] of [['plain', parquet.Compression.UNCOMPRESSED], ['snappy', parquet.Compression.SNAPPY], ['gzip', parquet.Compression.GZIP], ['zstd', parquet.Compression.ZSTD]]) {
  const properties = new parquet.WriterPropertiesBuilder().setCompression(compression).build();
  fs.writeFileSync(`${name}.parquet`, parquet.writeParquet(parquet.Table.fromIPCStream(ipc), properties));
}
