println query().inspect()
