// Shows the buttons that need scripts, and says on the page when a passkey was not used.

for (const part of document.querySelectorAll(".needs-scripts")) part.hidden = !window.PublicKeyCredential

document.addEventListener("allauth.error", (event) => {
  event.preventDefault()
  const trouble = document.getElementById("passkey_trouble")
  trouble.hidden = true
  // A moment's pause, so that a screen reader reads it out each time.
  setTimeout(() => { trouble.hidden = false }, 100)
})

// The Enter key in the name of a new passkey asks the device, as its button does; the language switch goes on its way.
const add = document.getElementById("passkey_add")
add?.form.addEventListener("submit", (event) => {
  if (event.submitter?.name === "switch_language") return
  event.preventDefault()
  if (event.submitter !== add) add.click()
})
