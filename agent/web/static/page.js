// The page works without this script: forms are sent and the page is loaded anew. With it, replies come as they are
// written, all windows of a conversation show the same, and what was typed outlives a reload.
"use strict";

const find = (id, page = document) => page.getElementById(id);
const query = new URLSearchParams(location.search);
let revision = Number(document.body.dataset.revision);

// What was typed and not sent

const keyOf = (form) => `${query.get("thread")}/${form.id}/${form.elements.draft?.value ?? ""}`;
const fieldsOf = (form) => [...form.elements].filter((field) => field.name && !["hidden", "submit", "file"].includes(field.type));
const valueOf = (field) => (field.type === "checkbox" ? field.checked : field.value);
const isTouched = (field) => (field.type === "checkbox" ? field.checked !== field.defaultChecked : field.value !== field.defaultValue);

function keep(form) {
  const typed = fieldsOf(form).map((field, place) => [place, valueOf(field), isTouched(field)]).filter((entry) => entry[2]);
  if (typed.length) sessionStorage.setItem(keyOf(form), JSON.stringify(typed));
  else sessionStorage.removeItem(keyOf(form));
}

function recall(form) {
  const fields = fieldsOf(form);
  for (const [place, value] of JSON.parse(sessionStorage.getItem(keyOf(form)) ?? "[]")) {
    const field = fields[place];
    if (!field) continue;
    if (field.type === "checkbox") field.checked = value;
    else field.value = value;
    field.closest("details")?.setAttribute("open", "");
  }
}

// The page as it stands now

function show(html, { force = false } = {}) {
  const page = new DOMParser().parseFromString(html, "text/html");
  if (!find("log", page)) return find("alert", page)?.textContent ?? "The coach gave no answer. Load the page anew.";
  revision = Number(page.body.dataset.revision);
  document.title = page.title;
  document.querySelector("nav").replaceChildren(...page.querySelector("nav").children);
  find("about").querySelector("dl").replaceWith(find("about", page).querySelector("dl"));
  find("how").replaceWith(find("how", page));
  showMessages(find("log"), [...find("log", page).children]);
  showPlan(find("plan"), find("plan", page), force);
  document.body.className = page.body.className;
  return find("alert", page).textContent;
}

function showMessages(log, messages) {
  const newer = messages.slice(log.children.length);
  if (!newer.length) return;
  log.append(...newer);
  find("welcome")?.remove();
  write("");
  reveal(newer.findLast((message) => message.className === "person") ?? newer[0]);
}

function reveal(message) {
  const pane = find("scroll");
  if (pane.scrollHeight > pane.clientHeight) pane.scrollTop = message.offsetTop - 16;
  else if (!find("plan")?.contains(document.activeElement)) message.scrollIntoView();
}

function showPlan(here, there, force) {
  if (!there) return here?.remove();
  if (here?.dataset.state === there.dataset.state) return;
  const touched = here && [...here.querySelectorAll("form")].some((form) => fieldsOf(form).some(isTouched));
  if (touched && !force) {
    find("changed").hidden = false;
    return;
  }
  const focused = here?.contains(document.activeElement);
  if (here) here.replaceWith(there);
  else find("main").append(there);
  there.scrollTop = 0;
  there.querySelectorAll("form").forEach(recall);
  if (focused) find("plan-title").focus();
}

async function look(options) {
  // That the coach is gone, follow() says.
  const html = await fetch(location.href).then((response) => response.text()).catch(() => "");
  if (html) show(html, options);
}

// What runs

let events = null;

function follow() {
  if (events) return;
  let lost = false;
  events = new EventSource(`events?${query}`);
  events.onopen = () => {
    if (lost) tell("");
    lost = false;
  };
  events.onerror = () => {
    lost = true;
    tell("The connection to the coach is lost. It comes back while `coach web` runs; else start that again.");
  };
  events.onmessage = (event) => {
    const state = JSON.parse(event.data);
    find("activity").textContent = state.activity;
    if (state.html) write(find("said").textContent, state.html);
    if (state.error) tell(state.error);
    if (!state.activity && state.revision !== revision) look();
    rest();
  };
}

// A browser gives one place few connections: a window that nobody sees and in which nothing runs needs none.
function rest() {
  if (!document.hidden || find("activity").textContent) return;
  events?.close();
  events = null;
}

// The turn that runs: what was said, and the reply as far as it is written.
function write(said, html = "") {
  find("said").textContent = said;
  find("reply").innerHTML = html;
  find("now").hidden = !said && !html;
}

function tell(problem) {
  find("alert").textContent = problem;
}

// What is sent

const isAgreed = (form) =>
  form.id !== "approve" ||
  !fieldsOf(find("change")).some(isTouched) ||
  confirm("What you changed below is not in this draft. Approve it without your changes?");

async function send(form, submitter) {
  const fields = new FormData(form, submitter);
  const body = form.enctype === "multipart/form-data" ? fields : new URLSearchParams(fields);
  const said = form.id === "say" ? fields.getAll("message").find((text) => text.trim()) : null;
  tell("");
  if (said) {
    write(said);
    find("welcome")?.setAttribute("hidden", "");
    reveal(find("now"));
  }
  if (said || form.id === "cv") form.reset();
  const problem = await fetch(form.action, { method: "POST", body })
    .then((response) => response.text())
    .then((html) => show(html, { force: !said }))
    .catch(() => "The coach cannot be reached. Does `coach web` still run?");
  // A message whose answer was lost keeps its key: sent again, it is answered once.
  if (said && !problem) find("key").value = crypto.randomUUID();
  if (problem) {
    tell(problem);
    if (said) {
      write("");
      find("welcome")?.removeAttribute("hidden");
      find("message").value ||= said;
    }
  }
  if (problem || said) keep(form);
  else sessionStorage.removeItem(keyOf(form));
}

document.addEventListener("submit", (event) => {
  event.preventDefault();
  if (isAgreed(event.target)) send(event.target, event.submitter);
});
document.addEventListener("input", (event) => event.target.form && keep(event.target.form));
document.addEventListener("click", (event) => {
  if (event.target.id === "show-changed") look({ force: true });
  const cited = event.target.closest('a[href^="#"]')?.hash.slice(1);
  if (cited) find(cited)?.closest("details")?.setAttribute("open", "");
});
document.addEventListener("keydown", (event) => {
  if (event.target.id !== "message" || event.key !== "Enter" || event.shiftKey || event.isComposing) return;
  event.preventDefault();
  event.target.form.requestSubmit();
});
document.addEventListener("visibilitychange", () => {
  rest();
  if (document.hidden) return;
  follow();
  look();
});

document.querySelectorAll("form").forEach(recall);
find("log").lastElementChild?.scrollIntoView({ block: "end" });
follow();
