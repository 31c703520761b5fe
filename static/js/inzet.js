// Small helps on top of pages that work without them. No framework, no inline code.

const $$ = (vraag, in_ = document) => [...in_.querySelectorAll(vraag)];

// --- tell what changed -------------------------------------------------------------------------
export function kondigAan(tekst) {
  const vlak = document.getElementById("aankondiging");
  if (!vlak || !tekst) return;
  vlak.textContent = "";
  setTimeout(() => { vlak.textContent = tekst; }, 60);
}

// --- focus: to what asks for it, else stay where the reader was ---------------------------------
function zetFocus(in_) {
  const doel = in_.matches?.("[data-focus]") ? in_ : in_.querySelector?.("[data-focus]");
  if (doel) doel.focus();
  return Boolean(doel);
}
document.addEventListener("DOMContentLoaded", () => zetFocus(document));

let laatst = null;
document.addEventListener("htmx:beforeSwap", (e) => {
  const a = document.activeElement;
  const binnen = e.detail.target?.contains(a);
  laatst = binnen ? { id: a.id, naam: a.getAttribute("name"), waarde: a.value, href: a.getAttribute("href") } : null;
});
document.addEventListener("htmx:afterSettle", (e) => {
  const vlak = e.detail.elt;
  const zin = vlak.querySelector?.("[data-aankondiging]") ?? (vlak.matches?.("[data-aankondiging]") ? vlak : null);
  if (zin) kondigAan(zin.dataset.aankondiging || zin.textContent.trim());
  if (zetFocus(vlak) || !laatst || vlak.contains(document.activeElement)) return;
  const zelfde = (laatst.id && document.getElementById(laatst.id))
    || (laatst.naam && $$("[name]", vlak).find((x) => x.name === laatst.naam && x.value === laatst.waarde))
    || (laatst.href && $$("a[href]", vlak).find((x) => x.getAttribute("href") === laatst.href));
  if (zelfde) { zelfde.focus(); return; }
  const kop = vlak.querySelector?.("h1, h2, h3") ?? vlak;
  if (!kop.hasAttribute("tabindex")) kop.setAttribute("tabindex", "-1");
  kop.focus({ preventScroll: true });
});
document.addEventListener("htmx:responseError", () =>
  kondigAan("Dat lukte niet. Er is niets veranderd. Probeer het opnieuw."));
document.addEventListener("htmx:sendError", () =>
  kondigAan("Geen verbinding. Er is niets veranderd."));

// --- a form goes once, and may ask first --------------------------------------------------------
document.addEventListener("submit", (e) => {
  const vorm = e.target;
  const knop = e.submitter;
  const vraag = knop?.dataset.bevestig || vorm.dataset.bevestig;
  if (vraag && !window.confirm(vraag)) { e.preventDefault(); e.stopImmediatePropagation(); return; }
  if (vorm.method === "dialog" || vorm.method === "get") return;
  if (vorm.dataset.verstuurd) { e.preventDefault(); e.stopImmediatePropagation(); return; }
  vorm.dataset.verstuurd = "1";
  knop?.setAttribute("aria-busy", "true");
}, true);
function vrij(vorm) {
  delete vorm.dataset?.verstuurd;
  for (const knop of $$("[aria-busy]", vorm)) knop.removeAttribute("aria-busy");
}
document.addEventListener("htmx:afterRequest", (e) => { if (e.target.tagName === "FORM") vrij(e.target); });
window.addEventListener("pageshow", () => $$("form[data-verstuurd]").forEach(vrij));

// --- bewaren terwijl je typt: the form says hx-trigger="inzet:bewaar" and names its status -------
const wachters = new WeakMap();
document.addEventListener("input", (e) => {
  const vorm = e.target.closest("form[data-autobewaar]");
  if (!vorm) return;
  const status = document.getElementById(vorm.dataset.autobewaar);
  if (status) status.textContent = "Nog niet bewaard";
  clearTimeout(wachters.get(vorm));
  wachters.set(vorm, setTimeout(() => {
    vorm.dispatchEvent(new CustomEvent("inzet:bewaar", { bubbles: true }));
  }, 1200));
});

// --- native dialogs for browsers that do not know command/commandfor yet -------------------------
document.addEventListener("click", (e) => {
  const knop = e.target.closest("button[commandfor]");
  if (knop && !("commandForElement" in HTMLButtonElement.prototype)) {
    const dialoog = document.getElementById(knop.getAttribute("commandfor"));
    if (knop.getAttribute("command") === "close") dialoog?.close(); else dialoog?.showModal();
  }
  for (const menu of $$("details.inzet-menu[open]")) if (!menu.contains(e.target)) menu.open = false;
  if (e.target.closest("[data-print]")) window.print();
});

// --- keys can be switched off by who speaks to the computer (WCAG 2.1.4) -------------------------
let toetsenAan = true;
document.addEventListener("click", (e) => {
  const knop = e.target.closest("[data-toetsen-knop]");
  if (!knop) return;
  toetsenAan = !toetsenAan;
  knop.setAttribute("aria-pressed", String(toetsenAan));
  kondigAan(toetsenAan ? "Sneltoetsen staan aan" : "Sneltoetsen staan uit");
});

// --- keys: one key per act on the shared screen (data-toets="v"), Escape closes the menu ---------
document.addEventListener("keydown", (e) => {
  if (e.key === "Escape") {
    for (const menu of $$("details.inzet-menu[open]")) { menu.open = false; menu.querySelector("summary").focus(); }
  }
  if (e.ctrlKey || e.metaKey || e.altKey || e.repeat) return;
  if (e.target.closest("input, textarea, select, [contenteditable], dialog[open]")) return;
  if (!document.querySelector("[data-toetsen]") || !toetsenAan) return;
  const doel = $$("[data-toets]").find((x) => x.dataset.toets.toLowerCase() === e.key.toLowerCase());
  if (doel && !doel.disabled) { e.preventDefault(); doel.click(); }
});

// --- idle lock of the shared screen: fifteen minutes without a sign of life in any tab ------------
const slotNa = Number(document.body.dataset.slotNa || 0) * 60_000;
const bewaar = {
  lees: (k) => { try { return localStorage.getItem(k); } catch { return null; } },
  zet: (k, w) => { try { w === null ? localStorage.removeItem(k) : localStorage.setItem(k, w); } catch { /* no storage */ } },
};
let leven = Date.now();
function leef() {
  if (Date.now() - leven > 5_000) bewaar.zet("inzet-leven", String(Date.now()));
  leven = Date.now();
}
for (const soort of ["pointerdown", "keydown", "scroll", "input", "htmx:afterSwap"]) {
  document.addEventListener(soort, leef, { passive: true, capture: true });
}
if (slotNa) {
  const adres = document.body.dataset.slotUrl;
  if (bewaar.lees("inzet-slot") && adres && document.referrer.includes(adres)) bewaar.zet("inzet-slot", null);
  const kijk = () => {
    const laatste = Math.max(leven, Number(bewaar.lees("inzet-leven") || 0));
    if (Date.now() - laatste > slotNa) sluitAf(adres);
  };
  if (bewaar.lees("inzet-slot")) sluitAf(adres);
  setInterval(kijk, 10_000);
  document.addEventListener("visibilitychange", kijk);
}
function sluitAf(adres) {
  if (document.querySelector(".inzet-slot")) return;
  bewaar.zet("inzet-slot", "1");
  const slot = document.createElement("dialog");
  slot.className = "inzet-slot";
  slot.setAttribute("aria-labelledby", "slot-titel");
  const titel = document.createElement("h2");
  titel.id = "slot-titel";
  titel.textContent = "Het scherm is vergrendeld";
  const uitleg = document.createElement("p");
  uitleg.textContent = "Er is een kwartier niets gedaan. Log opnieuw in om verder te gaan. Er is niets verloren.";
  const verder = document.createElement("a");
  verder.className = "utrecht-button utrecht-button--primary-action";
  verder.href = adres ? `${adres}?next=${encodeURIComponent(location.pathname + location.search)}` : location.href;
  verder.textContent = "Ontgrendelen";
  slot.append(titel, uitleg, verder);
  document.body.append(slot);
  slot.addEventListener("cancel", (e) => e.preventDefault());
  slot.showModal();
}

// --- live screens: fetch again at a sign; stop listening while nobody looks ----------------------
document.addEventListener("visibilitychange", () => {
  if (document.hidden) return;
  for (const vlak of $$("[data-live]")) vlak.dispatchEvent(new CustomEvent("inzet:kijk", { bubbles: false }));
});
