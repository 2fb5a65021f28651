# Reads a data package by base R with the types that it declares, and prints what it finds; Rscript datapackage.R FILE
suppressMessages(library(jsonlite))
folder <- tempfile()
utils::unzip(commandArgs(trailingOnly = TRUE)[1], exdir = folder)
described <- fromJSON(file.path(folder, "datapackage.json"), simplifyVector = FALSE)
classes <- c(integer = "integer", number = "numeric", date = "Date", boolean = "character")
tables <- list()
for (resource in described$resources) {
  fields <- resource$schema$fields
  types <- vapply(fields, function(f) if (is.na(classes[f$type])) "character" else unname(classes[f$type]), "")
  names(types) <- vapply(fields, function(f) f$name, "")
  table <- read.csv(
    file.path(folder, resource$path),
    colClasses = types, na.strings = unlist(resource$schema$missingValues),
    fileEncoding = "UTF-8-BOM", check.names = FALSE
  )
  for (field in fields) if (field$type == "boolean") table[[field$name]] <- as.logical(toupper(table[[field$name]]))
  tables[[resource$name]] <- table
}
said <- merge(tables$statements, tables$claims, by.x = "claim", by.y = "id")
cat(toJSON(
  list(
    rows = lapply(tables, nrow),
    confidence = class(tables$statements$confidence),
    stands = class(tables$claims$computed_stands),
    earliest = class(tables$claims$computed_earliest),
    confidences = sort(tables$statements$confidence),
    unknown = sum(is.na(tables$statements$confidence)),
    said = nrow(said),
    contested = sort(unique(said$claim[said$computed_state == "contested"])),
    titles = tables$claims$title
  ),
  auto_unbox = TRUE, null = "null"
))
