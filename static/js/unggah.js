// Bukti diunggah sepotong demi sepotong: sambungan yang putus dilanjutkan, bukan diulang.
(function (d) {
  "use strict";
  var box = d.querySelector("[data-unggah]");
  if (!box || !window.fetch || !window.FormData) return;
  var form = box.closest("form");
  var input = box.querySelector("[type=file]");
  var list = d.getElementById("daftar-unggah");
  var PART = 64 * 1024, RETRY = 4000, PATIENCE = 90000, TRIES = 5;
  var queue = [], bare = [], busy = false, any = false;
  window.Unggah = { busy: function () { return queue.length > 0; }, any: function () { return any; } };

  function token() {
    var found = d.cookie.match(/(?:^|; )csrftoken=([^;]+)/);
    return found ? found[1] : form.elements.csrfmiddlewaretoken.value;
  }
  function key() {
    return Math.random().toString(36).slice(2, 12) + Date.now().toString(36);
  }
  function show(job, text, isWrong) {
    if (!job.line) {
      job.line = d.createElement("li");
      job.line.className = "d-block";
      job.line.append(d.createElement("b"), d.createElement("div"), d.createElement("progress"));
      job.line.querySelector("b").textContent = job.file.name;
      job.line.querySelector("progress").className = "w-100";
      job.line.querySelector("progress").setAttribute("aria-label", "Terunggah dari " + job.file.name);
      list.hidden = false;
      list.append(job.line);
    }
    job.line.querySelector("div").textContent = text;
    job.line.querySelector("div").className = isWrong ? "galat" : "kecil redup";
    var bar = job.line.querySelector("progress");
    if (bar) { bar.max = job.file.size || 1; bar.value = job.sent; }
  }
  function add(files) {
    bare = [];
    Array.from(files).forEach(function (file) {
      var job = { file: file, key: key(), sent: 0, failed: 0, line: null };
      show(job, "Menunggu giliran…");
      queue.push(job);
    });
    next();
  }
  function next() {
    if (busy || !queue.length) return;
    busy = true;
    send(queue[0]);
  }
  function done(job, text, isWrong) {
    var bar = job.line.querySelector("progress");
    if (bar) bar.remove();
    show(job, text, isWrong);
    queue.shift();
    busy = false;
    next();
  }
  // Sambungan yang diam diputus sendiri, supaya dapat dicoba lagi.
  function call(address, options) {
    var stop = new AbortController();
    var patience = setTimeout(function () { stop.abort(); }, PATIENCE);
    return fetch(address, Object.assign({ redirect: "manual", cache: "no-store", signal: stop.signal }, options)).then(function (answer) {
      if (answer.type === "opaqueredirect" || answer.status === 403 || answer.status === 404) throw new Error("sesi");
      if (answer.status !== 200 && answer.status !== 422) throw new Error("server");
      return answer.json().then(function (body) { return { isTaken: answer.ok, body: body }; });
    }).finally(function () { clearTimeout(patience); });
  }
  function send(job) {
    var piece = job.file.slice(job.sent, job.sent + PART);
    // Ponsel dapat menarik kembali izin membaca; itu bukan sambungan yang putus.
    (piece.arrayBuffer ? piece.arrayBuffer() : Promise.resolve()).then(function () { post(job, piece); }, function () {
      done(job, "Berkas ini tidak dapat dibaca lagi dari perangkat Anda. Pilih berkasnya sekali lagi.", true);
    });
  }
  function post(job, piece) {
    var data = new FormData();
    data.set("csrfmiddlewaretoken", token());
    data.set("kunci", job.key);
    data.set("mulai", job.sent);
    data.set("ukuran", job.file.size);
    data.set("nama", job.file.name || "tempelan.png");
    job.caption = form.elements.bukti_caption.value;
    data.set("bukti_caption", job.caption);
    if (form.elements.bukti_kegiatan) data.set("bukti_kegiatan", form.elements.bukti_kegiatan.value);
    data.set("potongan", piece, "potongan");
    show(job, "Mengunggah…");
    call(box.dataset.unggah, { method: "POST", body: data }).then(function (found) { take(job, found); }).catch(function (problem) { wait(job, problem); });
  }
  function take(job, found) {
    if (!found.isTaken) return done(job, found.body.told, true);
    // Yang gagal dihitung berturut-turut: bila ada yang maju, dihitung dari awal.
    if (found.body.ada > job.sent) job.failed = 0;
    job.sent = found.body.ada;
    if (found.body.nama) finish(job, found.body);
    else send(job);
  }
  function wait(job, problem) {
    if (problem.message === "server") job.failed += 1;
    if (job.failed >= TRIES) return giveUp(job);
    show(job, problem.message === "sesi"
      ? "Sesi Anda berakhir, atau orang lain masuk di peramban ini. Masuk lagi di tab lain; unggahan dilanjutkan sendiri."
      : problem.message === "server" ? "Server sedang bermasalah. Unggahan dicoba lagi sendiri."
        : "Sambungan terputus. Yang sudah terunggah tetap tersimpan; dilanjutkan sendiri.", true);
    setTimeout(function () { ask(job); }, RETRY);
  }
  // Setelah putus: server ditanya dahulu, berapa yang sudah sampai.
  function ask(job) {
    call(box.dataset.unggah + "?kunci=" + job.key).then(function (found) { take(job, found); }).catch(function (problem) { wait(job, problem); });
  }
  function giveUp(job) {
    var again = d.createElement("button");
    again.type = "button";
    again.className = "btn btn-sm btn-outline-primary";
    again.textContent = "Coba lagi";
    again.addEventListener("click", function () {
      again.remove();
      job.failed = 0;
      queue.push(job);
      next();
    });
    done(job, "Server tidak dapat menerima berkas ini sekarang. Tulisan Anda tidak terpengaruh.", true);
    job.line.append(again);
  }
  function finish(job, body) {
    any = true;
    var link = d.createElement("a");
    link.href = body.alamat;
    link.textContent = body.nama;
    job.line.querySelector("b").replaceChildren(link);
    var facts = d.createElement("a");
    facts.href = body.ubah;
    facts.target = "_blank";
    facts.rel = "noopener";
    facts.textContent = "Ubah keterangan";
    form.elements.version.value = body.version;
    done(job, body.juga.length ? "Terlampir. Berkas yang sama juga bukti " + body.juga.join(", ") + "." : "Terlampir pada laporan.");
    job.line.append(facts);
    if (!job.caption) bare.push(job);
    describe();
    clearCaption(job);
  }
  function setCaption(text) {
    form.elements.bukti_caption.value = text;
    form.elements.bukti_caption.dispatchEvent(new Event("input", { bubbles: true }));
  }
  // Keterangan yang ditulis sesudah berkasnya dipilih menyusul ke berkas itu, juga bila halaman segera ditinggalkan.
  function describe() {
    var text = form.elements.bukti_caption.value.trim(), jobs = bare;
    if (queue.length || !jobs.length || !text) return;
    bare = [];
    setCaption("");
    jobs.reduce(function (before, job) { return before.then(function () { return follow(job, text); }); }, Promise.resolve()).catch(function () {
      bare = jobs;
      if (!form.elements.bukti_caption.value) setCaption(text);
      show(jobs[0], "Keterangan belum tersimpan. Tekan Tab pada kotak keterangan untuk mencoba lagi.", true);
    });
  }
  function follow(job, text) {
    var data = new FormData();
    data.set("csrfmiddlewaretoken", token());
    data.set("kunci", job.key);
    data.set("keterangan_susulan", text);
    return call(box.dataset.unggah, { method: "POST", body: data, keepalive: true }).then(function (found) {
      if (!found.isTaken) throw new Error(found.body.told);
      form.elements.version.value = found.body.version;
      show(job, "Terlampir. Keterangannya: " + text);
    });
  }
  // Keterangan yang sudah ikut tersimpan tidak ditawarkan lagi sebagai tulisan yang tertinggal.
  function clearCaption(job) {
    var field = form.elements.bukti_caption;
    if (queue.length || !field.value || field.value !== job.caption) return;
    setCaption("");
  }

  // Foto yang digabung menjadi satu PDF dikirim dengan tombol: server yang menyusunnya.
  function together() { return form.elements.bukti_gabung && form.elements.bukti_gabung.checked; }
  input.addEventListener("change", function () {
    if (together() || !input.files.length) return;
    add(input.files);
    input.value = "";
  });
  form.elements.bukti_caption.addEventListener("change", describe);
  var camera = box.querySelector("[data-kamera]");
  camera.hidden = false;
  camera.querySelector("input").addEventListener("change", function (event) {
    add(event.target.files);
    event.target.value = "";
  });
  box.addEventListener("dragover", function (event) { event.preventDefault(); });
  box.addEventListener("drop", function (event) {
    event.preventDefault();
    add(event.dataTransfer.files);
  });
  d.addEventListener("paste", function (event) {
    if (!event.clipboardData || !event.clipboardData.files.length) return;
    event.preventDefault();
    add(event.clipboardData.files);
  });
  window.addEventListener("beforeunload", function (event) { if (queue.length) event.preventDefault(); });
})(document);
