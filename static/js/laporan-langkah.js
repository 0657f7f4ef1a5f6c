// Langkah bagian di ponsel: menandai bagian yang sedang dibaca. Tanpa skrip tautannya tetap berfungsi.
(function (d) {
  "use strict";
  var nav = d.querySelector(".langkah-b");
  if (!nav || !window.IntersectionObserver) return;
  var told = nav.querySelector("p"), links = Array.from(nav.querySelectorAll("a")), seen = {};
  function mark() {
    var found = links.find(function (link) { return seen[link.hash.slice(1)]; });
    if (!found) return;
    links.forEach(function (link) { link.removeAttribute("aria-current"); });
    found.setAttribute("aria-current", "step");
    told.textContent = "Bagian " + (links.indexOf(found) + 1) + " dari " + links.length + ": " + found.title;
  }
  // Bagian pertama yang menyentuh tepi bawah batang ini.
  var watch = new IntersectionObserver(function (found) {
    found.forEach(function (each) { seen[each.target.id] = each.isIntersecting; });
    mark();
  }, { rootMargin: "-96px 0px -60% 0px" });
  links.forEach(function (link) { watch.observe(d.getElementById(link.hash.slice(1))); });
})(document);
