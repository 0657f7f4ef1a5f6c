// Notulen tersimpan sendiri; yang belum sampai ke server disimpan di peramban ini.
(function (d) {
  "use strict";
  var N = window.Notulen;
  var form = d.querySelector("form[data-notulen]");
  if (!N || !form || !window.fetch) return;
  var line = d.getElementById("status-simpan");
  var notice = d.getElementById("kabar-simpan");
  var kept = form.dataset.simpanan;
  var base = form.elements.dasar;
  var WAIT = 1500, RETRY = 5000;
  var timer = null, busy = false, again = false, stopped = false, leaving = false;
  var savedText = "";

  function cleaned(text, section) {
    if (section !== "ringkasan") return text.replace(/\s+/g, " ").trim();
    return text.trim().split(/\r?\n/).map(function (part) { return part.trim(); }).join("\n");
  }
  function snapshot() {
    return N.rows().map(function (row) {
      return { key: row.dataset.kunci, section: N.sectionOf(row), depth: N.depthOf(row), text: N.area(row).value };
    });
  }
  function filled(rows) {
    return JSON.stringify(rows.filter(function (row) { return row.text.trim(); }));
  }
  function tell(text, isWarning) {
    line.querySelector("span").textContent = text;
    line.classList.toggle("wn", Boolean(isWarning));
  }
  function warn(text, buttons) {
    notice.querySelector("p").textContent = text;
    notice.querySelector(".aksi").replaceChildren.apply(notice.querySelector(".aksi"), buttons || []);
    notice.hidden = !text;
  }
  function button(label, action) {
    var made = d.createElement("button");
    made.type = "button";
    made.className = "btn btn-sm btn-outline-primary";
    made.textContent = label;
    made.addEventListener("click", action);
    return made;
  }
  function link(label, address) {
    var made = d.createElement("a");
    made.className = "btn btn-sm btn-outline-primary";
    made.href = address;
    made.target = "_blank";
    made.rel = "noopener";
    made.textContent = label;
    return made;
  }

  // Peramban ini menyimpan naskah sampai server menjawab bahwa semuanya tersimpan.
  function keep() {
    try {
      localStorage.setItem(kept, JSON.stringify({ at: new Date().toISOString(), base: base.value, rows: snapshot() }));
    } catch (e) { /* penyimpanan penuh atau dimatikan: naskah tetap di halaman */ }
  }
  function forget() {
    try { localStorage.removeItem(kept); } catch (e) { /* tidak ada yang disimpan */ }
  }
  function copyAll() {
    var text = snapshot().map(function (row) { return row.text; }).filter(Boolean).join("\n");
    return navigator.clipboard ? navigator.clipboard.writeText(text) : Promise.resolve();
  }

  function schedule(wait) {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(send, wait);
  }
  function isDirty() {
    return filled(snapshot()) !== savedText || Boolean(form.querySelector("[data-bentrok] :checked"));
  }
  function token() {
    var found = d.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    return found ? found[1] : form.elements.csrfmiddlewaretoken.value;
  }
  function send() {
    clearTimeout(timer);
    if (stopped) return;
    if (busy) { again = true; return; }
    if (!isDirty()) return arrive();
    busy = true;
    var rows = snapshot();
    var data = new FormData(form);
    data.set("csrfmiddlewaretoken", token());
    tell("Menyimpan…");
    fetch(form.dataset.autosave, { method: "POST", body: data, redirect: "manual", headers: { "X-Autosave": "1" } })
      .then(function (answer) { return read(answer, rows); })
      .catch(offline)
      .then(function () {
        busy = false;
        if (again) { again = false; send(); }
      });
  }
  function read(answer, rows) {
    if (answer.type === "opaqueredirect" || answer.status === 403) {
      tell("Belum tersimpan", true);
      warn("Sesi Anda berakhir. Tulisan Anda masih di halaman ini dan di peramban ini. Masuk lagi di tab lain; penyimpanan dilanjutkan sendiri.", [link("Masuk di tab lain", form.dataset.masuk), button("Salin semua tulisan", copyAll)]);
      return schedule(RETRY);
    }
    if (answer.status !== 200 && answer.status !== 422) throw new Error(String(answer.status));
    return answer.json().then(function (body) {
      if (answer.ok) return merge(body, rows);
      tell("Belum tersimpan", true);
      leaving = false;
      stopped = body.closed;
      var told = stopped ? " Tulisan Anda belum tersimpan, tetapi masih di halaman ini dan di peramban ini. Salin sebelum meninggalkan halaman." : "";
      warn(body.told + told, [button("Salin semua tulisan", copyAll)]);
    });
  }
  function offline() {
    leaving = false;
    tell("Luring, belum tersimpan", true);
    warn("Server tidak terjangkau. Tulisan Anda masih di halaman ini dan di peramban ini, dan dikirim sendiri begitu tersambung.");
    schedule(RETRY);
  }
  function arrive() {
    if (leaving && !form.querySelector("[data-bentrok]")) location.assign(form.dataset.selesai);
    leaving = false;
  }

  // Jawaban server: tulisan orang lain masuk, kecuali pada butir yang sedang saya ubah.
  function merge(body, rows) {
    var sent = {}, old = {}, asked = {}, marks = [];
    rows.forEach(function (row) { sent[row.key] = row; });
    JSON.parse(base.value).forEach(function (mark) { old[mark[0]] = mark; });
    body.conflicts.forEach(function (one) { asked[one.key] = one; });
    var before = layout();
    var isUntouched = JSON.stringify(before) === JSON.stringify(rows.map(placeOf));
    body.items.forEach(function (item, place) {
      if (asked[item.key]) return;
      var mark = [item.key, item.section, item.depth, item.mark];
      var row = N.find(item.key);
      if (!row) {
        if (!sent[item.key]) insert(item, body.items[place - 1]);
        marks.push(mark);
        return;
      }
      var area = N.area(row), mine = sent[item.key];
      var isSame = cleaned(area.value, item.section) === item.text;
      var isMine = mine && cleaned(mine.text, item.section) === item.text;
      if (!isSame && mine && area.value === mine.text) { area.value = item.text; N.grow(area); }
      else if (!isSame && !isMine && old[item.key]) mark = old[item.key];
      marks.push(mark);
    });
    removeGone(body, sent, asked, old);
    if (isUntouched) arrange(body.items);
    N.renumber();
    showConflicts(body.conflicts);
    base.value = JSON.stringify(marks);
    savedText = body.conflicts.length ? "" : filled(rows);
    if (!body.conflicts.length && cleanText(snapshot()) === cleanText(body.items)) {
      savedText = filled(snapshot());
      forget();
    } else keep();
    warn("");
    tell(body.told, body.conflicts.length > 0);
    if (!body.conflicts.length && isDirty()) schedule(WAIT);
    else arrive();
  }
  function cleanText(rows) {
    return JSON.stringify(rows.map(function (row) { return cleaned(row.text, row.section); }).filter(Boolean));
  }
  function placeOf(row) { return [row.key, row.section, row.depth]; }
  function layout() { return snapshot().map(placeOf); }
  function insert(item, above) {
    var row = N.make(item.key, item.depth, item.text);
    var near = above && above.section === item.section && N.find(above.key);
    if (near) near.after(row);
    else N.list(item.section).prepend(row);
    N.grow(N.area(row));
  }
  function removeGone(body, sent, asked, old) {
    var there = {};
    body.items.forEach(function (item) { there[item.key] = true; });
    N.rows().forEach(function (row) {
      var key = row.dataset.kunci, mine = sent[key];
      if (!old[key] || there[key] || asked[key] || !mine || !mine.text.trim()) return;
      if (N.area(row).value === mine.text && row.parentNode.children.length > 1) row.remove();
    });
  }
  function arrange(items) {
    var wanted = items.map(function (item) { return item.key; });
    var shown = N.rows().map(function (row) { return row.dataset.kunci; }).filter(function (key) { return wanted.indexOf(key) >= 0; });
    items.forEach(function (item) { var row = N.find(item.key); if (row) row.dataset.tingkat = item.depth; });
    if (JSON.stringify(shown) === JSON.stringify(wanted.filter(function (key) { return shown.indexOf(key) >= 0; }))) return;
    var focused = d.activeElement;
    var last = {};
    items.forEach(function (item) {
      var row = N.find(item.key);
      if (!row) return;
      if (last[item.section]) last[item.section].after(row);
      else N.list(item.section).prepend(row);
      last[item.section] = row;
    });
    if (focused && focused.isConnected) focused.focus();
  }
  function showConflicts(conflicts) {
    var asked = {};
    conflicts.forEach(function (one) {
      asked[one.key] = true;
      var row = N.find(one.key);
      var box = row && row.querySelector("[data-bentrok]");
      if (!row) return;
      if (!box || box.querySelector("[data-sidik]").value !== one.mark) {
        if (box) box.remove();
        var maker = d.createElement("div");
        maker.innerHTML = d.getElementById("pola-bentrok").innerHTML.split("POLA").join(one.key);
        box = maker.firstElementChild;
        row.append(box);
      }
      box.querySelector("[data-siapa]").textContent = one.who;
      box.querySelector("[data-sidik]").value = one.mark;
      box.querySelector("[data-punya]").value = one.theirs;
      box.querySelector("[data-mereka]").textContent = one.theirs || "(butir ini dihapus)";
    });
    form.querySelectorAll("[data-bentrok]").forEach(function (box) {
      if (!asked[box.closest("li").dataset.kunci]) box.remove();
    });
  }

  function offer() {
    var text = null;
    try { text = localStorage.getItem(kept); } catch (e) { return; }
    if (!text) return;
    var old = JSON.parse(text);
    var isMissing = old.rows.some(function (kept) {
      var row = N.find(kept.key);
      return kept.text.trim() && !(row && cleaned(N.area(row).value, kept.section) === cleaned(kept.text, kept.section));
    });
    if (!isMissing) return forget();
    var at = new Date(old.at).toLocaleString("id-ID", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
    warn("Di peramban ini ada tulisan Anda dari " + at + " yang belum tersimpan.", [
      button("Pulihkan tulisan itu", function () { restore(old); }),
      button("Buang", function () { forget(); warn(""); })
    ]);
  }
  function restore(old) {
    form.querySelectorAll("ol[data-bagian]").forEach(function (list) { list.querySelector(".alat") && list.replaceChildren(); });
    old.rows.forEach(function (kept) {
      var row = N.find(kept.key);
      if (row) N.area(row).value = kept.text;
      else if (N.list(kept.section)) N.list(kept.section).append(N.make(kept.key, kept.depth, kept.text));
    });
    base.value = old.base;
    warn("");
    N.rows().forEach(function (row) { N.grow(N.area(row)); });
    N.changed();
    send();
  }

  form.addEventListener("input", function () {
    keep();
    if (stopped) return;
    tell("Belum tersimpan");
    schedule(WAIT);
  });
  form.addEventListener("change", function (event) {
    if (event.target.closest("[data-bentrok]")) schedule(0);
  });
  form.addEventListener("submit", function (event) {
    // Naskah tempelan disusun server.
    if (form.elements.tempel.value.trim()) return;
    event.preventDefault();
    leaving = event.submitter && event.submitter.value === "selesai";
    savedText = isDirty() ? savedText : filled(snapshot());
    send();
  });
  window.addEventListener("online", function () { if (isDirty()) send(); });
  d.addEventListener("visibilitychange", function () { if (d.hidden && isDirty()) send(); });

  savedText = form.querySelector("[data-bentrok]") || d.querySelector(".es") ? "" : filled(snapshot());
  offer();
})(document);
