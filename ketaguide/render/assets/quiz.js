// Names the right answer once one is chosen. Counts and stores nothing.
for (const question of document.querySelectorAll(".question")) {
  const right = question.querySelector(".choice.right > summary")?.textContent.trim();
  const named = question.closest(".round").dataset.right;
  for (const choice of question.querySelectorAll(".choice:not(.right)")) {
    const said = document.createElement("p");
    const strong = document.createElement("strong");
    strong.textContent = `${named}: `;
    said.append(strong, right);
    choice.querySelector(".in").append(said);
  }
}
