// Salinan laporan di peramban ini: ditulis, dibaca kembali, dan dibuang bila sudah sampai.
(function (d) {
  "use strict";
  var S = (window.LaporanSalinan = { isKept: true });

  S.write = function (key, copy) {
    try {
      localStorage.setItem(key, JSON.stringify(copy));
      S.isKept = true;
    } catch (e) {
      // Penyimpanan penuh atau dimatikan: tulisan hanya ada di halaman, dan itu dikatakan.
      S.isKept = false;
    }
  };
  S.forget = function (key) {
    try { localStorage.removeItem(key); } catch (e) { /* tidak ada yang disimpan */ }
  };
  S.where = function () {
    return S.isKept ? "di halaman ini dan di peramban ini" : "di halaman ini saja, jadi jangan tutup halaman ini";
  };
  // Yang terbaru dahulu; salinan yang rusak tidak menghalangi yang lain.
  S.all = function (prefix) {
    var found = [];
    try {
      Object.keys(localStorage).forEach(function (key) {
        if (key.indexOf(prefix) !== 0) return;
        try {
          var kept = JSON.parse(localStorage.getItem(key));
          if (kept && kept.texts && kept.loose) found.push({ key: key, kept: kept });
        } catch (e) { /* bukan salinan yang utuh */ }
      });
    } catch (e) { return []; }
    return found.sort(function (a, b) { return b.kept.at - a.kept.at; });
  };

  // Nama kegiatan, tanggapan, dan keterangan yang sudah tampil di halaman sudah sampai.
  function bare(text) { return text.replace(/\s+/g, ""); }
  function shows(place, text, isInside) {
    return Array.from(d.querySelectorAll(place)).some(function (one) {
      var at = bare(one.textContent), wanted = bare(text);
      return isInside ? at.indexOf(wanted) >= 0 : at.slice(-wanted.length) === wanted;
    });
  }
  function isArrived(name, text) {
    if (name === "new_activity") return shows("#kegiatan legend", text, false);
    if (name === "bukti_caption") return shows(".fz small", text, true);
    return shows("#isi p.pecah", text, false);
  }
  S.isMissing = function (kept, now) {
    Object.keys(kept.loose).forEach(function (name) { if (isArrived(name, kept.loose[name])) delete kept.loose[name]; });
    return Object.keys(kept.loose).length || Object.keys(kept.texts).some(function (name) {
      return JSON.stringify(kept.texts[name]) !== JSON.stringify(now[name]) && kept.texts[name].join("").trim();
    });
  };
})(document);
