// Sambil mengetik nama atau NIP: siapa yang mungkin sudah tercatat. Tanpa skrip formulirnya tetap sama,
// dan «Periksa orang yang tercatat ganda» menyebut nama yang mirip.
(function (d) {
  "use strict";
  var PAUSE = 400, turns = new WeakMap();

  function part(name, which) { return name.form.elements[name.name.replace(/name$/, which)]; }
  function said(field) { return (field && field.value) || ""; }
  function nameBeside(input) {
    if (input.matches("[data-orang]")) return input;
    var name = /nip$/.test(input.name || "") && input.form && input.form.elements[input.name.replace(/nip$/, "name")];
    return name && name.matches && name.matches("[data-orang]") ? name : null;
  }
  function boxOf(name) {
    var box = d.getElementById(name.id + "-mirip");
    if (box) return box;
    box = d.createElement("div");
    box.id = name.id + "-mirip";
    box.setAttribute("aria-live", "polite");
    name.parentNode.appendChild(box);
    return box;
  }
  function next(name) {
    var turn = (turns.get(name) || 0) + 1;
    turns.set(name, turn);
    return turn;
  }
  function ask(name, turn) {
    var nip = part(name, "nip"), body = new FormData();
    var box = boxOf(name), before = name.defaultValue, nipBefore = nip ? nip.defaultValue : "";
    if (turn !== turns.get(name)) return;
    // Belum diubah: tidak ada yang perlu ditanyakan.
    if (name.value === before && said(nip) === nipBefore) { box.textContent = ""; return; }
    body.append("csrfmiddlewaretoken", name.form.elements.csrfmiddlewaretoken.value);
    body.append("nama", name.value);
    body.append("nip", said(nip));
    body.append("lp", said(part(name, "sex")));
    body.append("asal", before);
    body.append("asal_nip", nipBefore);
    fetch(name.dataset.orang, { method: "POST", body: body, redirect: "error", headers: { "X-Autosave": "1" } })
      .then(function (answer) { return answer.ok ? answer.text() : ""; })
      // Sambungan putus atau sesi berakhir: saran saja yang tidak tampil.
      .catch(function () { return ""; })
      .then(function (html) { if (turn === turns.get(name)) box.innerHTML = html; });
  }
  d.addEventListener("input", function (event) {
    var name = nameBeside(event.target);
    if (!name) return;
    var turn = next(name);
    setTimeout(function () { ask(name, turn); }, PAUSE);
  });
  d.addEventListener("click", function (event) {
    var button = event.target.closest("[data-pakai]");
    if (!button) return;
    var box = button.closest("[aria-live]"), name = d.getElementById(box.id.replace(/-mirip$/, ""));
    var nip = part(name, "nip"), sex = part(name, "sex");
    next(name);
    name.value = button.dataset.nama;
    if (nip && button.dataset.nip) nip.value = button.dataset.nip;
    if (sex && button.dataset.lp) sex.value = button.dataset.lp;
    box.textContent = "";
    name.focus();
  });
})(document);
