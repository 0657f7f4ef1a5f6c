// Tulisan notulen yang tertinggal di peramban ini diperlihatkan pada halaman rapat.
(function (d) {
  "use strict";
  var box = d.querySelector("[data-simpanan]");
  if (!box) return;
  var text = null;
  try { text = localStorage.getItem(box.dataset.simpanan); } catch (e) { return; }
  if (!text) return;
  box.hidden = false;
  var area = box.querySelector("textarea");
  if (!area) return;
  area.value = JSON.parse(text).rows.map(function (row) { return row.text; }).filter(Boolean).join("\n");
  box.querySelector("button").addEventListener("click", function () {
    try { localStorage.removeItem(box.dataset.simpanan); } catch (e) { /* sudah tidak ada */ }
    box.hidden = true;
  });
})(document);
