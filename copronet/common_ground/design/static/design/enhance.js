// Small comforts on top of pages that already work without them.

// A link to a page that only asks a question: show the question over the page being read.
document.addEventListener("click", async (event) => {
  const link = event.target.closest("a[data-dialog]");
  if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !window.HTMLDialogElement) return;
  event.preventDefault();
  try {
    await ask(link.href);
  } catch {
    location.assign(link.href);
  }
});

async function ask(address) {
  const answer = await fetch(address, { headers: { Accept: "text/html" } });
  const page = new DOMParser().parseFromString(await answer.text(), "text/html");
  const question = page.querySelector(".question");
  if (!answer.ok || !question) throw new Error("no question on that page");
  const heading = question.querySelector("h1");
  const title = document.createElement("h2");
  title.id = "dialog-title";
  title.append(...heading.childNodes);
  heading.replaceWith(title);
  for (const form of question.querySelectorAll("form")) {
    if (!form.hasAttribute("action")) form.action = answer.url;
  }
  const dialog = document.createElement("dialog");
  dialog.setAttribute("aria-labelledby", title.id);
  dialog.append(document.importNode(question, true));
  dialog.addEventListener("close", () => dialog.remove());
  dialog.addEventListener("click", (event) => {
    if (event.target.closest("[data-close]")) {
      event.preventDefault();
      dialog.close();
    }
  });
  document.body.append(dialog);
  dialog.showModal();
}
