"""``python -m nhs_extract`` is the command ``nhs-extract``."""

from nhs_extract.cli import main

if __name__ == "__main__":
    main()
