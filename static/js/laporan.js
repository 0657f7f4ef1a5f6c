// Laporan tersimpan sendiri; yang belum sampai ke server disimpan di peramban ini.
(function (d) {
  "use strict";
  var form = d.querySelector("form[data-autosave]");
  var T = window.LaporanTampil, S = window.LaporanSalinan;
  if (!form || !T || !S || !window.fetch) return;
  var tell = T.tell, warn = T.warn, button = T.button, wrapper = T.wrapper;
  var same = T.same, put = T.put, holds = T.holds, token = T.token;
  var WAIT = 1500, RETRY = 5000, PATIENCE = 30000;
  var LOOSE = Array.from(form.elements).map(function (one) { return one.name; }).filter(function (name) {
    return /^(new_activity|bukti_caption|tanggapan-.*)$/.test(name);
  });
  var base = JSON.parse(form.elements.dasar.value);
  var page = Math.random().toString(36).slice(2) + Date.now().toString(36);
  var prefix = form.dataset.simpanan + "-";
  var timer = null, busy = false, stopped = false, leaving = null, going = false, away = false, offered = false;
  var turn = 0;
  // Menunggu pilihan; kehilangan tempatnya; disentuh sejak halaman dibuka.
  var asked = {}, homeless = {}, edited = {};
  var known;

  function texts() {
    var found = {};
    Object.keys(base).forEach(function (name) { found[name] = []; });
    new FormData(form).forEach(function (value, name) {
      if (found[name] && value) found[name].push(value.replace(/\r\n/g, "\n"));
    });
    return found;
  }
  // Yang dikirim server: pada sambungan lemah orang sudah mengetik sebelum skrip ini sampai.
  function served() {
    var found = texts();
    Array.from(form.elements).forEach(function (one) {
      // Tanggal yang tidak terbaca dikosongkan peramban sendiri, bukan oleh orangnya.
      if (!found[one.name] || one.type === "date" && !one.value) return;
      if (one.tagName === "SELECT") {
        var first = Array.from(one.options).find(function (each) { return each.defaultSelected; }) || one.options[0];
        found[one.name] = first && first.value ? [first.value] : [];
      } else if (/^(radio|checkbox)$/.test(one.type)) {
        if (one.checked === one.defaultChecked) return;
        found[one.name] = Array.from(form.elements).filter(function (each) {
          return each.name === one.name && each.defaultChecked;
        }).map(function (each) { return each.value; });
      } else if (one.value !== one.defaultValue) {
        found[one.name] = one.defaultValue ? [one.defaultValue.replace(/\r\n/g, "\n")] : [];
      }
    });
    return found;
  }
  function dirty() {
    var now = texts();
    return Object.keys(now).filter(function (name) { return !same(now[name], known[name]); });
  }
  function waiting() {
    return dirty().filter(function (name) { return !asked[name]; });
  }
  function loose() {
    return LOOSE.some(function (name) { return form.elements[name] && form.elements[name].value; });
  }
  function copyAll() {
    var now = texts();
    T.copy(Object.keys(now).map(function (name) { return now[name].join(", "); }).concat(Object.values(homeless)));
  }

  // Salinan di peramban: hanya isian yang belum sampai ke server.
  function keep() {
    var now = texts(), rest = {}, marks = {}, typed = {};
    dirty().forEach(function (name) { rest[name] = now[name]; marks[name] = base[name]; });
    Object.keys(homeless).forEach(function (name) { rest[name] = [homeless[name]]; });
    LOOSE.forEach(function (name) { if (form.elements[name] && form.elements[name].value) typed[name] = form.elements[name].value; });
    if (!Object.keys(rest).length && !Object.keys(typed).length) return S.forget(prefix + page);
    S.write(prefix + page, { at: Date.now(), base: marks, texts: rest, loose: typed });
  }

  function schedule(wait) {
    clearTimeout(timer);
    if (!stopped) timer = setTimeout(send, wait);
  }
  function send(isProbe) {
    clearTimeout(timer);
    if (stopped || busy) return;
    var names = waiting();
    var stay = Array.from(form.querySelectorAll("[name=tetap]:checked"));
    // Tombol mencoba sambungan dengan kiriman kosong sebelum halaman ditinggalkan.
    if (!names.length && !stay.length && isProbe !== true) return arrive();
    busy = true;
    turn += 1;
    var now = texts();
    tell("Menyimpan…");
    // Sambungan yang diam diputus sendiri; giliran menjaga kiriman lama tidak menang.
    var stop = new AbortController();
    var patience = setTimeout(function () { stop.abort(); }, PATIENCE);
    fetch(form.action, { method: "POST", body: packed(names, stay, now), redirect: "manual", signal: stop.signal, headers: { "X-Autosave": "1" } })
      .then(function (answer) { return read(answer, now); })
      .catch(function (problem) {
        // Tidak diketahui sampai atau tidak: dikirim lagi, juga bila tulisannya dikembalikan.
        names.forEach(function (name) { known[name] = null; });
        offline(problem);
      })
      .then(function () { clearTimeout(patience); busy = false; });
  }
  function packed(names, stay, now) {
    var marks = {}, data = new FormData();
    names.forEach(function (name) {
      marks[name] = base[name];
      now[name].forEach(function (value) { data.append(name, value); });
    });
    stay.forEach(function (box) { data.append("tetap", box.value); });
    data.set("csrfmiddlewaretoken", token());
    data.set("penulis", form.elements.penulis.value);
    data.set("version", form.elements.version.value);
    data.set("laman", page);
    data.set("giliran", turn);
    data.set("dasar", JSON.stringify(marks));
    return data;
  }
  function read(answer, now) {
    if (answer.type === "opaqueredirect" || answer.status === 403 || answer.status === 404) {
      tell("Belum tersimpan", true);
      warn("Sesi Anda berakhir, atau orang lain masuk di peramban ini. Tulisan Anda masih " + S.where() + ". Masuk lagi di tab lain; penyimpanan dilanjutkan sendiri.", [T.link("Masuk di tab lain", form.dataset.masuk), button("Salin semua tulisan", copyAll)]);
      leaving = null;
      return schedule(RETRY);
    }
    if (answer.status !== 200 && answer.status !== 409) throw new Error(String(answer.status));
    return answer.json().then(function (body) {
      if (answer.ok) return settle(body, now);
      stopped = true;
      leaving = null;
      tell("Belum tersimpan", true);
      warn(body.told + " Tulisan Anda belum tersimpan, tetapi masih " + S.where() + ". Salin sebelum meninggalkan halaman.", [button("Salin semua tulisan", copyAll)]);
    });
  }
  function offline(problem) {
    var isBroken = problem && /^5\d\d$/.test(problem.message);
    leaving = null;
    tell(isBroken ? "Belum tersimpan" : "Luring, belum tersimpan", true);
    warn((isBroken ? "Server sedang bermasalah." : "Server tidak terjangkau.") + " Tulisan Anda masih " + S.where() + ", dan dikirim sendiri begitu tersambung.");
    schedule(RETRY);
  }

  // Jawaban server: tulisan orang lain masuk, kecuali pada isian yang sedang saya ubah.
  function settle(body, sent) {
    var open = {};
    body.conflicts.forEach(function (one) { open[one.name] = one; });
    var shown = texts();
    Object.keys(body.texts).forEach(function (name) {
      // Isian yang menunggu pilihan tetap milik saya, juga bila jawaban lain datang.
      if (open[name] || asked[name] || base[name] === undefined) return;
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
    Object.keys(body.gone).forEach(function (name) { unhouse(name, body.gone[name]); });
    form.elements.version.value = body.version;
    form.elements.dasar.value = JSON.stringify(base);
    T.showSums(body.sums);
    T.showCarried(body.carried);
    T.showErrors(body.errors, Object.keys(base));
    keep();
    var wrong = Object.keys(body.errors).length;
    tell(body.told + (wrong ? "; " + wrong + " isian belum terbaca" : ""), wrong > 0);
    notices();
    if (waiting().length) schedule(WAIT);
    else arrive(wrong);
  }
  function unhouse(name, text) {
    homeless[name] = text;
    delete base[name];
    T.shut(name);
  }
  function notices() {
    var left = Object.values(homeless), open = Object.values(asked);
    if (left.length) {
      warn("Tulisan Anda ini tidak punya tempat lagi: kegiatannya dihapus orang lain, atau isiannya sudah diisi lagi. Salin bila masih perlu: " + left.join("; "), [
        button("Salin tulisan itu", function () { T.copy(left); }),
        button("Tutup", function () { homeless = {}; keep(); notices(); })
      ]);
    } else if (open.length) warn("Isian ini juga ditulis orang lain, atau Anda di tab lain. Pilih tulisan mana yang dipakai.", open.map(T.jump));
    else if (!offered) warn("");
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
    notices();
    keep();
    send();
  }
  // Tombol: disimpan dahulu, baru berpindah; tanpa sambungan halaman tetap di sini.
  function arrive(wrong) {
    if (!leaving) return;
    if (window.Unggah && window.Unggah.busy()) { tell("Menunggu unggahan bukti…"); return schedule(500); }
    var pressed = leaving;
    leaving = null;
    var open = Object.values(asked);
    if (open.length) {
      tell("Pilih dahulu tulisan mana yang dipakai", true);
      return d.getElementById("bentrok-" + open[0].name).scrollIntoView();
    }
    var files = form.querySelector("[type=file]");
    var isDraft = !pressed.value || pressed.value === "draf";
    if (isDraft && !wrong && !(files && files.value) && !loose() && !(window.Unggah && window.Unggah.any())) {
      return tell(T.told().replace("Tersimpan otomatis", "Draf tersimpan"));
    }
    going = true;
    form.requestSubmit(pressed);
  }
  form.addEventListener("submit", function (event) {
    if (stopped) { going = true; return; }
    if (going) {
      // Ketukan kedua pada tombol yang sama tidak mengirim dua kali.
      if (away) event.preventDefault();
      away = true;
      setTimeout(function () { away = false; }, 10000);
      return;
    }
    event.preventDefault();
    leaving = event.submitter || form.querySelector("[name=aksi]");
    send(true);
  });
  form.addEventListener("input", function (event) {
    if (event.target.type === "file") return;
    edited[event.target.name] = true;
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

  // Kembali dengan tombol mundur: halaman lama diisi lagi dari server.
  window.addEventListener("pageshow", function (event) {
    if (!event.persisted) return;
    going = away = false;
    leaving = null;
    if (dirty().length) send();
    else window.location.reload();
  });

  // Yang tertinggal dari kunjungan sebelumnya ditawarkan kembali.
  function offer() {
    var left = S.all(prefix).filter(function (one) {
      if (S.isMissing(one.kept, texts())) return true;
      S.forget(one.key);
      return false;
    });
    if (!left.length) return;
    offered = true;
    var at = new Date(left[0].kept.at).toLocaleString("id-ID", { day: "numeric", month: "long", year: "numeric", hour: "2-digit", minute: "2-digit", timeZoneName: "short" });
    warn("Di peramban ini ada tulisan Anda dari " + at + " yang belum tersimpan.", [
      button("Pulihkan tulisan itu", function () { restore(left); }),
      button("Buang", function () { offered = false; left.forEach(function (one) { S.forget(one.key); }); notices(); })
    ]);
  }
  // Yang diketik di halaman ini, atau datang dari salinan yang lebih baru, tidak ditimpa.
  function putBack(name, values, mark) {
    var now = texts()[name];
    if (now === undefined) { homeless[name] = values.join(", "); return; }
    if (same(now, values)) return;
    if (!edited[name] || !now.length) {
      put(name, values);
      base[name] = mark;
    } else if (form.elements[name].tagName === "TEXTAREA") put(name, [values.concat(now).join("\n")]);
    else homeless[name] = [homeless[name]].concat(values).filter(Boolean).join("; ");
    edited[name] = true;
  }
  function restore(left) {
    offered = false;
    left.forEach(function (one) {
      Object.keys(one.kept.texts).forEach(function (name) { putBack(name, one.kept.texts[name], one.kept.base[name]); });
      Object.keys(one.kept.loose).forEach(function (name) {
        var field = form.elements[name], text = one.kept.loose[name];
        if (field && !field.value) field.value = text;
        else if (!field || field.value !== text) homeless[name] = text;
      });
    });
    keep();
    if (S.isKept) left.forEach(function (one) { S.forget(one.key); });
    notices();
    send();
  }

  known = served();
  form.elements.laman.value = page;
  offer();
  if (dirty().length) {
    dirty().forEach(function (name) { edited[name] = true; });
    keep();
    tell("Belum tersimpan");
    schedule(WAIT);
  }
})(document);
