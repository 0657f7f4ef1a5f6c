// Laporan tersimpan sendiri; yang belum sampai ke server disimpan di peramban ini.
(function (d) {
  "use strict";
  var form = d.querySelector("form[data-autosave]");
  var T = window.LaporanTampil;
  if (!form || !T || !window.fetch) return;
  var tell = T.tell, warn = T.warn, button = T.button, wrapper = T.wrapper;
  var showErrors = T.showErrors, showSums = T.showSums, showCarried = T.showCarried;
  var WAIT = 1500, RETRY = 5000;
  var LOOSE = Array.from(form.elements).map(function (one) { return one.name; }).filter(function (name) {
    return /^(new_activity|bukti_caption|tanggapan-.*)$/.test(name);
  });
  var base = JSON.parse(form.elements.dasar.value);
  var page = Math.random().toString(36).slice(2) + Date.now().toString(36);
  var prefix = form.dataset.simpanan + "-";
  var timer = null, busy = false, stopped = false, leaving = null, going = false, offered = false;
  var asked = {};
  var known;

  function same(a, b) { return JSON.stringify(a) === JSON.stringify(b); }
  function texts() {
    var found = {};
    Object.keys(base).forEach(function (name) { found[name] = []; });
    new FormData(form).forEach(function (value, name) {
      if (found[name] && value) found[name].push(value.replace(/\r\n/g, "\n"));
    });
    return found;
  }
  function dirty() {
    var now = texts();
    return Object.keys(now).filter(function (name) { return !same(now[name], known[name]); });
  }
  function loose() {
    return LOOSE.some(function (name) { return form.elements[name] && form.elements[name].value; });
  }
  function put(name, values) {
    var field = form.elements[name];
    if (!field) return;
    if (field.tagName && field.type !== "checkbox") { field.value = values[0] || ""; return; }
    (field.length === undefined ? [field] : Array.from(field)).forEach(function (one) {
      one.checked = values.indexOf(one.value) >= 0;
    });
  }
  function holds(name) {
    return d.activeElement && d.activeElement.name === name;
  }
  function copyAll() {
    var now = texts();
    var all = Object.keys(now).map(function (name) { return now[name].join(", "); }).filter(Boolean).join("\n");
    return navigator.clipboard ? navigator.clipboard.writeText(all) : Promise.resolve();
  }

  // Salinan di peramban: hanya isian yang belum sampai ke server.
  function keep() {
    var now = texts(), rest = {}, marks = {}, typed = {};
    dirty().forEach(function (name) { rest[name] = now[name]; marks[name] = base[name]; });
    LOOSE.forEach(function (name) { if (form.elements[name] && form.elements[name].value) typed[name] = form.elements[name].value; });
    if (!Object.keys(rest).length && !Object.keys(typed).length) return forget(prefix + page);
    try {
      localStorage.setItem(prefix + page, JSON.stringify({ at: Date.now(), base: marks, texts: rest, loose: typed }));
    } catch (e) { /* penyimpanan penuh atau dimatikan: tulisan tetap di halaman */ }
  }
  function forget(key) {
    try { localStorage.removeItem(key); } catch (e) { /* tidak ada yang disimpan */ }
  }

  function schedule(wait) {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(send, wait);
  }
  function token() {
    var found = d.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    return found ? found[1] : form.elements.csrfmiddlewaretoken.value;
  }
  function send() {
    clearTimeout(timer);
    if (stopped || busy) return;
    var names = dirty().filter(function (name) { return !asked[name]; });
    var stay = Array.from(form.querySelectorAll("[name=tetap]:checked"));
    if (!names.length && !stay.length) return arrive();
    busy = true;
    var now = texts(), marks = {}, data = new FormData();
    names.forEach(function (name) {
      marks[name] = base[name];
      now[name].forEach(function (value) { data.append(name, value); });
    });
    stay.forEach(function (box) { data.append("tetap", box.value); });
    data.set("csrfmiddlewaretoken", token());
    data.set("version", form.elements.version.value);
    data.set("laman", page);
    data.set("dasar", JSON.stringify(marks));
    tell("Menyimpan…");
    fetch(form.action, { method: "POST", body: data, redirect: "manual", headers: { "X-Autosave": "1" } })
      .then(function (answer) { return read(answer, now); })
      .catch(offline)
      .then(function () { busy = false; });
  }
  function read(answer, now) {
    if (answer.type === "opaqueredirect" || answer.status === 403) {
      tell("Belum tersimpan", true);
      warn("Sesi Anda berakhir. Tulisan Anda masih di halaman ini dan di peramban ini. Masuk lagi di tab lain; penyimpanan dilanjutkan sendiri.", [T.link("Masuk di tab lain", form.dataset.masuk), button("Salin semua tulisan", copyAll)]);
      leaving = null;
      return schedule(RETRY);
    }
    if (answer.status !== 200 && answer.status !== 409) throw new Error(String(answer.status));
    return answer.json().then(function (body) {
      if (answer.ok) return settle(body, now);
      stopped = true;
      leaving = null;
      tell("Belum tersimpan", true);
      warn(body.told + " Tulisan Anda belum tersimpan, tetapi masih di halaman ini dan di peramban ini. Salin sebelum meninggalkan halaman.", [button("Salin semua tulisan", copyAll)]);
    });
  }
  function offline() {
    leaving = null;
    tell("Luring, belum tersimpan", true);
    warn("Server tidak terjangkau. Tulisan Anda masih di halaman ini dan di peramban ini, dan dikirim sendiri begitu tersambung.");
    schedule(RETRY);
  }

  // Jawaban server: tulisan orang lain masuk, kecuali pada isian yang sedang saya ubah.
  function settle(body, sent) {
    var open = {};
    body.conflicts.forEach(function (one) { open[one.name] = one; });
    var shown = texts();
    Object.keys(body.texts).forEach(function (name) {
      if (open[name] || base[name] === undefined) return;
      var now = shown[name];
      var untouched = same(now, sent[name]);
      var wasSent = !same(sent[name], known[name]);
      if (untouched && !(holds(name) && !wasSent && !same(body.texts[name], now))) {
        known[name] = now;
        if (!holds(name) && !same(body.texts[name], now)) {
          put(name, body.texts[name]);
          known[name] = texts()[name];
        }
        base[name] = body.marks[name];
      } else if (wasSent) {
        known[name] = sent[name];
        base[name] = body.marks[name];
      }
    });
    body.conflicts.forEach(ask);
    form.elements.version.value = body.version;
    form.elements.dasar.value = JSON.stringify(base);
    showSums(body.sums);
    showCarried(body.carried);
    showErrors(body.errors, Object.keys(base));
    keep();
    var wrong = Object.keys(body.errors).length;
    tell(body.told + (wrong ? "; " + wrong + " isian belum terbaca" : ""), wrong > 0);
    if (body.gone.length) warn("Kegiatan ini sudah dihapus orang lain. Tulisan Anda di sana: " + body.gone.join("; "), [button("Salin semua tulisan", copyAll)]);
    else if (body.conflicts.length) warn("Isian ini juga ditulis orang lain, atau Anda di tab lain. Pilih tulisan mana yang dipakai.", body.conflicts.map(jump));
    else if (!offered) warn("");
    if (dirty().some(function (name) { return !asked[name]; })) schedule(WAIT);
    else arrive(wrong);
  }
  function jump(one) {
    return button("Lihat isian", function () { wrapper(one.name).scrollIntoView(); });
  }
  function ask(one) {
    var box = d.getElementById("bentrok-" + one.name);
    if (box) box.remove();
    if (!wrapper(one.name)) return;
    asked[one.name] = one;
    var buttons = [
      button("Pakai tulisan saya", function () { choose(one, null); }),
      button("Pakai tulisan itu", function () { choose(one, one.theirs); })
    ];
    if (form.elements[one.name].tagName === "TEXTAREA") {
      buttons.push(button("Pakai keduanya", function () { choose(one, [one.theirs.concat(texts()[one.name]).join("\n")]); }));
    }
    wrapper(one.name).append(T.conflict(one, buttons));
  }
  function choose(one, values) {
    delete asked[one.name];
    d.getElementById("bentrok-" + one.name).remove();
    base[one.name] = one.mark;
    known[one.name] = one.theirs;
    if (values) put(one.name, values);
    form.elements.dasar.value = JSON.stringify(base);
    warn("");
    keep();
    send();
  }
  // Tombol: disimpan dahulu, baru berpindah; tanpa sambungan halaman tetap di sini.
  function arrive(wrong) {
    if (!leaving) return;
    if (window.Unggah && window.Unggah.busy()) { tell("Menunggu unggahan bukti…"); return schedule(500); }
    var pressed = leaving;
    leaving = null;
    if (Object.keys(asked).length) return;
    var files = form.querySelector("[type=file]");
    var isDraft = !pressed.value || pressed.value === "draf";
    if (isDraft && !wrong && !(files && files.value) && !loose() && !(window.Unggah && window.Unggah.any())) {
      return tell(T.told().replace("Tersimpan otomatis", "Draf tersimpan"));
    }
    going = true;
    form.requestSubmit(pressed);
  }
  form.addEventListener("submit", function (event) {
    if (going || stopped) { going = true; return; }
    event.preventDefault();
    leaving = event.submitter || form.querySelector("[name=aksi]");
    if (!dirty().length) {
      // Sambungan dicoba dahulu: halaman tidak ditinggalkan untuk server yang mati.
      tell("Menyambung…");
      return fetch(form.action, { method: "HEAD", cache: "no-store" }).then(function () {
        tell("Tersimpan otomatis");
        arrive(d.querySelector(".salah") ? 1 : 0);
      }).catch(offline);
    }
    send();
  });
  form.addEventListener("input", function (event) {
    if (event.target.type === "file") return;
    keep();
    if (stopped || LOOSE.indexOf(event.target.name) >= 0) return;
    tell("Belum tersimpan");
    schedule(WAIT);
  });
  window.addEventListener("online", function () { send(); });
  d.addEventListener("visibilitychange", function () { if (d.hidden) send(); });
  window.addEventListener("beforeunload", function (event) {
    if (!going && !stopped && dirty().length) event.preventDefault();
  });

  // Yang tertinggal dari kunjungan sebelumnya ditawarkan kembali.
  function offer() {
    var keys = [];
    try {
      for (var i = 0; i < localStorage.length; i += 1) if (localStorage.key(i).indexOf(prefix) === 0) keys.push(localStorage.key(i));
    } catch (e) { return; }
    var left = keys.map(function (key) { return { key: key, kept: JSON.parse(localStorage.getItem(key)) }; }).filter(function (one) {
      var now = texts();
      var isMissing = Object.keys(one.kept.loose).length || Object.keys(one.kept.texts).some(function (name) {
        return !same(one.kept.texts[name], now[name]) && one.kept.texts[name].join("").trim();
      });
      if (!isMissing) forget(one.key);
      return isMissing;
    });
    if (!left.length) return;
    offered = true;
    var at = new Date(left[0].kept.at).toLocaleString("id-ID", { dateStyle: "long", timeStyle: "short" });
    warn("Di peramban ini ada tulisan Anda dari " + at + " yang belum tersimpan.", [
      button("Pulihkan tulisan itu", function () { restore(left); }),
      button("Buang", function () { offered = false; left.forEach(function (one) { forget(one.key); }); warn(""); })
    ]);
  }
  function restore(left) {
    offered = false;
    var lost = [];
    left.forEach(function (one) {
      Object.keys(one.kept.texts).forEach(function (name) {
        if (base[name] === undefined) { lost.push(one.kept.texts[name].join(", ")); return; }
        put(name, one.kept.texts[name]);
        base[name] = one.kept.base[name];
      });
      Object.keys(one.kept.loose).forEach(function (name) { if (form.elements[name]) form.elements[name].value = one.kept.loose[name]; });
    });
    keep();
    left.forEach(function (one) { forget(one.key); });
    warn(lost.length ? "Kegiatan ini sudah dihapus. Tulisan Anda di sana: " + lost.join("; ") : "");
    send();
  }

  known = texts();
  form.elements.laman.value = page;
  offer();
})(document);
